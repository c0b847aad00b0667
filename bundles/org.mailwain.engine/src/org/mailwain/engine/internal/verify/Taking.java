package org.mailwain.engine.internal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.engine.internal.pass.Elsewhere;
import org.mailwain.engine.internal.pass.Selection;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.ItemEntry;

/** Says which listed items of a folder are compared. Used by one thread. */
interface Taking {
    /** The target's, whoever put them there. */
    Taking ALL = new Taking() {
        @Override
        public void begin(FolderStatus status) {
            // takes everything
        }

        @Override
        public List<ListedItem> of(List<ListedItem> page) {
            return page;
        }
    };

    void begin(FolderStatus status) throws FailureException;

    List<ListedItem> of(List<ListedItem> page) throws FailureException;

    /**
     * What the batch's filter takes of a source folder, and what was brought over before: an item that has grown too
     * old since, or was read, has to stand on the target all the same.
     *
     * @param elsewhere where an item with several places is kept: it is met there
     * @param ledger of the pair, or null
     */
    static Taking of(Selection selection, Elsewhere elsewhere, FolderLedger ledger) {
        return new Taking() {
            private boolean asks;

            @Override
            public void begin(FolderStatus status) throws FailureException {
                asks = ledger != null && status.epoch().equals(ledger.record().sourceEpoch()) && !ledger.isEmpty();
            }

            @Override
            public List<ListedItem> of(List<ListedItem> page) throws FailureException {
                List<ListedItem> taken = new ArrayList<>();
                List<ListedItem> left = new ArrayList<>();
                for (ListedItem item : page) {
                    if (elsewhere.of(item) == null) {
                        (selection.leavesOut(item) == null ? taken : left).add(item);
                    }
                }
                if (asks && !left.isEmpty()) {
                    List<ItemId> ids = left.stream().map(ListedItem::id).toList();
                    Map<ItemId, ItemEntry> entries = ledger.entries(ids);
                    left.stream()
                            .filter(item -> wasBrought(entries.get(item.id())))
                            .forEach(taken::add);
                }
                return taken;
            }
        };
    }

    private static boolean wasBrought(ItemEntry entry) {
        return entry != null && (entry.outcome() == ItemOutcome.COPIED || entry.outcome() == ItemOutcome.ALREADY_THERE);
    }
}
