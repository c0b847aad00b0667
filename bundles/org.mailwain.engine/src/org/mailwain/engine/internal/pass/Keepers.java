package org.mailwain.engine.internal.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.ItemEntry;

/**
 * Source folders that go into the same target folder as the one listed and brought items (labels) there in earlier
 * passes. What a listing of this pass says of them comes first: these are not listed, or later.
 */
final class Keepers {
    private final List<FolderLedger> ledgers;

    private Keepers(List<FolderLedger> ledgers) {
        this.ledgers = List.copyOf(ledgers);
    }

    /** @param pairs of the pass, in the order in which they are listed */
    static Keepers of(Pair pair, List<Pair> pairs) {
        List<FolderLedger> ledgers = new ArrayList<>();
        int own = pairs.indexOf(pair);
        for (int i = 0; i < pairs.size(); i++) {
            Pair other = pairs.get(i);
            boolean known = i > own && other.isNumberedAsBefore() || other.mode() == Pair.Mode.SKIP;
            if (i != own && known && other.target().equals(pair.target())) {
                ledgers.add(other.ledger());
            }
        }
        return new Keepers(ledgers);
    }

    /** Where items are kept, by their ids; those that none of them keeps are absent. */
    Map<ItemId, FolderPath> of(List<ListedItem> items) throws FailureException {
        Map<ItemId, FolderPath> kept = new HashMap<>();
        for (FolderLedger ledger : ledgers) {
            List<ItemId> ids = items.stream()
                    .filter(item -> item.placements().contains(ledger.source()))
                    .map(ListedItem::id)
                    .toList();
            if (!ids.isEmpty()) {
                ledger.entries(ids).values().stream()
                        .filter(Keepers::stands)
                        .forEach(entry -> kept.putIfAbsent(entry.id(), ledger.source()));
            }
        }
        return kept;
    }

    private static boolean stands(ItemEntry entry) {
        return !entry.left() && (entry.outcome() == ItemOutcome.COPIED || entry.outcome() == ItemOutcome.ALREADY_THERE);
    }
}
