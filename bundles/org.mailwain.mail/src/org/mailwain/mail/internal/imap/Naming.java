package org.mailwain.mail.internal.imap;

import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.mail.ItemRules;
import org.mailwain.mail.internal.protocol.Fetched;

/** Makes items of what FETCH told. */
final class Naming {
    private final ItemRules rules;
    private final String extra;

    Naming(ItemRules rules) {
        this.rules = rules;
        this.extra = rules.fetchItems().isEmpty() ? "" : " " + String.join(" ", rules.fetchItems());
    }

    /** The names of the rules' FETCH items, each with a blank before it. */
    String extra() {
        return extra;
    }

    ListedItem listed(Fetched item) {
        return new ListedItem(
                rules.id(item.uid(), item.others()),
                item.size(),
                item.received(),
                item.flags() == null ? Flags.NONE : item.flags(),
                rules.placements(item.others()));
    }

    /** The item as it was listed, with flags and date of now. */
    ListedItem renewed(ListedItem before, Fetched item) {
        return new ListedItem(
                before.id(),
                before.size(),
                item.received() == null ? before.received() : item.received(),
                item.flags() == null ? before.flags() : item.flags(),
                item.others().isEmpty() ? before.placements() : rules.placements(item.others()));
    }

    long uid(ListedItem item) {
        return rules.uid(item.id());
    }
}
