package org.mailwain.engine.internal.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.Deletions;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.FolderPlan;
import org.mailwain.engine.internal.move.Removals;
import org.mailwain.engine.internal.pass.Elsewhere;
import org.mailwain.engine.internal.pass.Selection;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.ItemEntry;

/** Counts what a pass would do with the items of one source folder. Confined to one thread. */
final class FolderCount {
    private final FolderMapping mapping;
    private final FolderLedger ledger;
    private final Rules rules;
    private boolean asks;
    private boolean otherRules;
    private long standing;
    private long known;
    private long copied;
    private long items;
    private long bytes;
    private final SharedItems shared = new SharedItems();
    private Map<String, FolderPlan.Skipped> skipped;
    private Failure failure;

    /**
     * What a pass goes by.
     *
     * @param elsewhere where an item with several places is kept
     * @param itemLimit largest message that the target takes, -1 unknown
     * @param digest stands for the rules in the ledger
     * @param deletions what the batch says about copies of what left
     */
    record Rules(
            Selection selection, Elsewhere elsewhere, long itemLimit, String digest, Optional<Deletions> deletions) {}

    /** @param ledger of the pair, or null */
    FolderCount(FolderMapping mapping, FolderLedger ledger, Rules rules) {
        this.mapping = mapping;
        this.ledger = ledger;
        this.rules = rules;
    }

    /** A listing begins; what an earlier one found is forgotten. */
    void begin(FolderStatus status) throws FailureException {
        standing = 0;
        known = 0;
        copied = 0;
        items = 0;
        bytes = 0;
        shared.clear();
        skipped = new LinkedHashMap<>();
        asks = false;
        otherRules = false;
        if (ledger != null) {
            FolderRecord record = ledger.record();
            asks = status.epoch().equals(record.sourceEpoch()) && !ledger.isEmpty();
            otherRules =
                    !record.rulesDigest().isEmpty() && !record.rulesDigest().equals(rules.digest());
        }
    }

    void page(List<ListedItem> page) throws FailureException {
        List<ItemId> ids = page.stream().map(ListedItem::id).toList();
        Map<ItemId, ItemEntry> entries = asks ? ledger.entries(ids) : Map.of();
        for (ListedItem item : page) {
            standing++;
            ItemEntry entry = entries.get(item.id());
            if (entry != null && !entry.left()) {
                known++;
                copied += entry.outcome() == ItemOutcome.COPIED ? 1 : 0;
            }
            if (entry == null || isOpen(entry)) {
                decide(item);
            }
        }
    }

    /** Whether a pass looks at the item anew. */
    private boolean isOpen(ItemEntry entry) {
        return entry.isOffTarget()
                || switch (entry.outcome()) {
                    case COPIED, ALREADY_THERE -> false;
                    case FAILED -> entry.retryable() || otherRules || entry.left();
                    case SKIPPED_BY_RULE, KEPT_ELSEWHERE, VANISHED -> true;
                };
    }

    private void decide(ListedItem item) {
        Failure reason = leftOut(item);
        if (reason == null) {
            items++;
            bytes += Math.max(0, item.size());
            shared.add(item);
        } else {
            skipped.merge(
                    reason.code(),
                    new FolderPlan.Skipped(reason, 1, Math.max(0, item.size())),
                    (all, one) ->
                            new FolderPlan.Skipped(all.reason(), all.items() + one.items(), all.bytes() + one.bytes()));
        }
    }

    private Failure leftOut(ListedItem item) {
        FolderPath elsewhere = rules.elsewhere().of(item);
        if (elsewhere != null) {
            return EngineFailure.KEPT_ELSEWHERE.with(elsewhere);
        }
        Failure reason = rules.selection().leavesOut(item);
        boolean tooLarge = rules.itemLimit() >= 0 && item.size() > rules.itemLimit();
        return reason == null && tooLarge
                ? EngineFailure.TOO_LARGE.with(new Argument.Size(item.size()), new Argument.Size(rules.itemLimit()))
                : reason;
    }

    /** Bytes that need not be read, since another folder brings them. @param seen of the folders before */
    long again(BitSet seen) {
        return failure == null ? shared.again(seen) : 0;
    }

    void fail(Failure why) {
        failure = why;
    }

    /** What is to be told of copies that are to be removed from the target. @param standing items in the source folder */
    static List<Failure> removals(Optional<Deletions> wish, FolderLedger ledger, long copied, long standing)
            throws FailureException {
        long due = wish.isEmpty() || ledger == null
                ? 0
                : Removals.due(ledger).size() + ledger.record().counts().of(ItemOutcome.COPIED) - copied;
        if (due <= 0) {
            return List.of();
        }
        Failure brake = Removals.brake(wish.orElseThrow(), ledger.source(), due, standing);
        return List.of(brake != null ? brake : EngineFailure.REMOVES.with(ledger.source(), due));
    }

    FolderPlan plan(boolean create) throws FailureException {
        boolean listed = failure == null && skipped != null;
        List<Failure> notes = new ArrayList<>(mapping.notes());
        if (listed && asks) {
            notes.addAll(removals(rules.deletions(), ledger, copied, standing));
        }
        return new FolderPlan(
                mapping.source().path(),
                mapping.target(),
                mapping.reason(),
                create,
                notes,
                failure,
                listed ? standing : -1,
                listed ? known : 0,
                listed ? items : 0,
                listed ? bytes : 0,
                listed ? new ArrayList<>(skipped.values()) : List.of());
    }
}
