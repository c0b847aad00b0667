package org.mailwain.ui.reports.internal;

import org.mailwain.presenters.reports.ItemQuery;

/**
 * What of a report is looked at.
 *
 * @param mailbox number of the mailbox, 0 for the whole batch
 * @param folder place of the folder in the mailbox's sheets, -1 for all
 */
record Place(int mailbox, int folder) {
    static final Place BATCH = new Place(0, -1);

    ItemQuery query() {
        return ItemQuery.ALL.at(mailbox, folder);
    }
}
