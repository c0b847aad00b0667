package org.mailwain.mail;

import java.util.List;
import java.util.Map;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;

/** What a kind of server tells of messages besides the standard, and how its items are named. */
public interface ItemRules {
    /** FETCH items to ask for besides, for example {@code X-GM-MSGID}. */
    List<String> fetchItems();

    /** @param extras the values of {@link #fetchItems()} by upper-case name; absent where the server gave none */
    ItemId id(long uid, Map<String, List<String>> extras);

    /** The UID of an item that {@link #id} named. */
    long uid(ItemId id);

    /** Folders in which the item stands besides the one that is listed. */
    List<FolderPath> placements(Map<String, List<String>> extras);

    /** Items are their UIDs. */
    ItemRules PLAIN = new ItemRules() {
        @Override
        public List<String> fetchItems() {
            return List.of();
        }

        @Override
        public ItemId id(long uid, Map<String, List<String>> extras) {
            return ItemId.ofNumber(uid);
        }

        @Override
        public long uid(ItemId id) {
            return id.number();
        }

        @Override
        public List<FolderPath> placements(Map<String, List<String>> extras) {
            return List.of();
        }
    };
}
