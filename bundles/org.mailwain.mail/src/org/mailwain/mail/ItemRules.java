package org.mailwain.mail;

import java.util.List;
import java.util.Map;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;

/** What a kind of server tells of messages besides the standard, and how its items are named. Thread-safe. */
public interface ItemRules {
    /** FETCH items to ask for besides, for example {@code X-GM-MSGID}. */
    List<String> fetchItems();

    /** Whether {@link #id} names items by their UIDs; else the session remembers which UID each item has. */
    boolean namesUids();

    /**
     * @param extras the values of {@link #fetchItems()} by upper-case name; absent where the server gave none
     * @return null where the server did not tell what the item is named by
     */
    ItemId id(long uid, Map<String, List<String>> extras);

    /** What the extras say of an item of a folder. @param in the folder listed */
    Told told(Folder in, Flags flags, Map<String, List<String>> extras, FolderTree tree);

    /**
     * Of one item in one folder.
     *
     * @param flags as they are to travel
     * @param placements folders in which it stands besides the one that is listed
     * @param preferred see {@link org.mailwain.api.mail.ListedItem#preferred()}
     */
    record Told(Flags flags, List<FolderPath> placements, List<FolderPath> preferred) {}

    /** Items are their UIDs and stand in one folder. */
    ItemRules PLAIN = new ItemRules() {
        @Override
        public List<String> fetchItems() {
            return List.of();
        }

        @Override
        public boolean namesUids() {
            return true;
        }

        @Override
        public ItemId id(long uid, Map<String, List<String>> extras) {
            return ItemId.ofNumber(uid);
        }

        @Override
        public Told told(Folder in, Flags flags, Map<String, List<String>> extras, FolderTree tree) {
            return new Told(flags, List.of(), List.of());
        }
    };
}
