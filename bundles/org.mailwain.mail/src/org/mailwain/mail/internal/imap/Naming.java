package org.mailwain.mail.internal.imap;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.mail.ItemRules;
import org.mailwain.mail.internal.protocol.Fetched;

/** Makes items of what FETCH told of one folder's messages. */
final class Naming {
    private final Session session;
    private final ItemRules rules;
    private final FolderPath path;
    private Folder folder;

    Naming(Session session, FolderPath path) {
        this.session = session;
        this.rules = session.profile.items();
        this.path = path;
    }

    /** The names of the rules' FETCH items, each with a blank before it. */
    static String extra(Session session) {
        List<String> items = session.profile.items().fetchItems();
        return items.isEmpty() ? "" : " " + String.join(" ", items);
    }

    String extra() {
        return extra(session);
    }

    /** Whether the answer has what the rules asked for. */
    boolean isTold(Fetched item) {
        return item.others().size() >= rules.fetchItems().size()
                && item.others().keySet().containsAll(rules.fetchItems());
    }

    ListedItem listed(Fetched item) throws FailureException {
        ItemId id = id(item);
        ItemRules.Told told = told(item, item.flags() == null ? Flags.NONE : item.flags());
        return new ListedItem(id, item.size(), item.received(), told.flags(), told.placements(), told.preferred());
    }

    private ItemId id(Fetched item) throws FailureException {
        ItemId id = rules.id(item.uid(), item.others());
        if (id == null) {
            throw session.malformed("FETCH without " + rules.fetchItems());
        }
        if (!rules.namesUids()) {
            session.uids(path).learn(id, item.uid());
        }
        return id;
    }

    private ItemRules.Told told(Fetched item, Flags flags) throws FailureException {
        if (folder == null) {
            Map<FolderPath, Folder> tree = session.tree();
            folder = tree.getOrDefault(path, new Folder(path, Set.of(), true, false, null));
        }
        return rules.told(folder, flags, item.others(), session);
    }

    /** The item as it was listed, with flags and date of now. */
    ListedItem renewed(ListedItem before, Fetched item) throws FailureException {
        boolean told = item.flags() != null && isTold(item);
        ItemRules.Told now = told ? told(item, item.flags()) : null;
        return new ListedItem(
                before.id(),
                before.size(),
                item.received() == null ? before.received() : item.received(),
                told ? now.flags() : before.flags(),
                told ? now.placements() : before.placements(),
                told ? now.preferred() : before.preferred());
    }

    /** Whether the UID names another message by now than the one that was asked for. */
    boolean isAnother(ListedItem asked, Fetched item) {
        if (rules.namesUids() || !isTold(item)) {
            return false;
        }
        ItemId id = rules.id(item.uid(), item.others());
        return id != null && !id.equals(asked.id());
    }

    /** The UID of an item; -1 where nobody knows it. */
    long uid(ItemId id) {
        return rules.namesUids() ? id.number() : session.uids(path).uid(id);
    }

    long uid(ListedItem item) {
        return uid(item.id());
    }

    /** Whether the UIDs of all items are known, or nothing more can be found out about them. */
    boolean knows(List<ListedItem> items) {
        return rules.namesUids()
                || session.uids(path).isWhole()
                || items.stream().allMatch(item -> uid(item) >= 0);
    }
}
