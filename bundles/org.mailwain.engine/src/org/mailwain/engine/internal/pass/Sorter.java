package org.mailwain.engine.internal.pass;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Durable;
import org.mailwain.engine.internal.job.Entries;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.ItemEntry;

/** Tells, for the listed items of one pair, what is to be done with each. Confined to one thread. */
final class Sorter {
    private static final int COMMIT = 1_000;

    private final Pair pair;
    private final Rules rules;
    private final Durable durable;
    private final boolean empty;
    private final List<FolderCommit.Result> results = new ArrayList<>();
    private Map<ItemId, FolderPath> kept = Map.of();
    private long fresh;

    /**
     * What a pass goes by.
     *
     * @param itemLimit largest message that the target takes, -1 unknown
     * @param follow whether flags of copied items are carried over
     * @param owesFlags whether copied items may still lack their flags
     * @param anew whether failed items are tried again whatever the ledger says
     * @param elsewhere where an item with several places is kept
     * @param keepers where it was kept by earlier passes
     */
    record Rules(
            Selection selection,
            long itemLimit,
            boolean follow,
            boolean owesFlags,
            boolean anew,
            Elsewhere elsewhere,
            Keepers keepers) {}

    Sorter(Pair pair, Rules rules, Durable durable) throws FailureException {
        this.pair = pair;
        this.rules = rules;
        this.durable = durable;
        this.empty = pair.ledger().isEmpty();
    }

    /** Whether the ledger has no entry of the pair: nothing can have left. */
    boolean isEmpty() {
        return empty;
    }

    void page(List<ListedItem> items) throws FailureException {
        Map<ItemId, ItemEntry> entries = empty
                ? Map.of()
                : pair.ledger().entries(items.stream().map(ListedItem::id).toList());
        kept = rules.keepers().of(items);
        for (ListedItem item : items) {
            ItemEntry entry = entries.get(item.id());
            if (entry == null || entry.left()) {
                fresh++;
            }
            sort(item, entry);
        }
        if (results.size() >= COMMIT) {
            commit();
        }
    }

    private void sort(ListedItem item, ItemEntry entry) {
        if (entry == null) {
            fresh(item, 0);
            return;
        }
        if (entry.isOffTarget()) {
            fresh(item, entry.attempts());
            return;
        }
        switch (entry.outcome()) {
            case COPIED, ALREADY_THERE -> known(item, entry);
            case FAILED -> {
                if (entry.retryable() || rules.anew() || entry.left()) {
                    fresh(item, entry.attempts());
                }
            }
            case SKIPPED_BY_RULE, KEPT_ELSEWHERE -> again(item, entry);
            case VANISHED -> fresh(item, entry.attempts());
        }
    }

    private void known(ListedItem item, ItemEntry entry) {
        if (entry.left()) {
            results.add(new FolderCommit.Result(Entries.left(entry, false), null));
        }
        if (pair.known() != null) {
            pair.known().add(item, entry.attempts(), false);
        } else if (entry.target() != null && wantsFlags(item, entry)) {
            pair.flaggings().add(new Pair.Flagging(Entries.left(entry, false), item.flags()));
        } else if (entry.target() != null && isUnproven(entry)) {
            pair.unproven().add(new Pair.Unproven(item, Entries.left(entry, false)));
        }
    }

    /** What an earlier run sent without an answer was found by its header alone. */
    private static boolean isUnproven(ItemEntry entry) {
        return entry.outcome() == ItemOutcome.COPIED && entry.flagsDigest() == 0;
    }

    private boolean wantsFlags(ListedItem item, ItemEntry entry) {
        boolean never = rules.owesFlags() && entry.flagsDigest() == 0;
        return never || rules.follow() && entry.flagsDigest() != Entries.digest(item.flags());
    }

    /** What a rule left out before is looked at again: the rule may be another now. */
    private void again(ListedItem item, ItemEntry entry) {
        FolderPath elsewhere = elsewhere(item);
        Failure leftOut = elsewhere != null ? null : rules.selection().leavesOut(item);
        boolean same = entry.outcome() == ItemOutcome.KEPT_ELSEWHERE ? elsewhere != null : leftOut != null;
        if (!same || entry.left()) {
            decide(item, entry.attempts(), elsewhere, leftOut);
        }
    }

    private FolderPath elsewhere(ListedItem item) {
        FolderPath preferred = rules.elsewhere().of(item);
        return preferred != null ? preferred : kept.get(item.id());
    }

    private void fresh(ListedItem item, int attempts) {
        FolderPath elsewhere = elsewhere(item);
        decide(
                item,
                attempts,
                elsewhere,
                elsewhere != null ? null : rules.selection().leavesOut(item));
    }

    private void decide(ListedItem item, int attempts, FolderPath elsewhere, Failure leftOut) {
        if (elsewhere != null) {
            without(item, ItemOutcome.KEPT_ELSEWHERE, EngineFailure.KEPT_ELSEWHERE.with(elsewhere), attempts);
        } else if (leftOut != null) {
            without(item, ItemOutcome.SKIPPED_BY_RULE, leftOut, attempts);
        } else if (rules.itemLimit() >= 0 && item.size() > rules.itemLimit()) {
            Failure tooLarge =
                    EngineFailure.TOO_LARGE.with(new Argument.Size(item.size()), new Argument.Size(rules.itemLimit()));
            without(item, ItemOutcome.FAILED, tooLarge, attempts);
        } else {
            pair.work().add(item, attempts, false);
        }
    }

    private void without(ListedItem item, ItemOutcome outcome, Failure why, int attempts) {
        results.add(Entries.without(item, outcome, why, attempts));
        boolean failed = outcome == ItemOutcome.FAILED;
        pair.tally().add(0, 0, failed ? 0 : 1, failed ? 1 : 0);
    }

    /** Items that left, by name. */
    long left(List<ItemId> ids) throws FailureException {
        long left = 0;
        Map<ItemId, ItemEntry> entries = new HashMap<>(pair.ledger().entries(ids));
        for (ItemEntry entry : entries.values()) {
            if (!entry.left()) {
                results.add(new FolderCommit.Result(Entries.left(entry, true), null));
                left++;
            }
        }
        return left;
    }

    /** Items of the listing that the ledger did not count before. */
    long freshItems() {
        return fresh;
    }

    private void commit() {
        hand(new FolderCommit(results, List.of(), null, OptionalLong.empty(), OptionalLong.empty(), 0, null));
    }

    /** The whole folder holds so many items. */
    void endAll(long listed) {
        hand(new FolderCommit(results, List.of(), null, OptionalLong.empty(), OptionalLong.of(listed), 0, null));
    }

    private void hand(FolderCommit commit) {
        durable.watch(pair.ledger().commit(commit));
        results.clear();
    }
}
