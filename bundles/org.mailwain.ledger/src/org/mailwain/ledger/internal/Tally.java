package org.mailwain.ledger.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.ItemEntry;

/** Sums over the items of a pair, kept by difference: an entry is added when it comes and taken away when it goes. */
final class Tally {
    /** In the order of the codes of outcomes, then of marks, then the rest. */
    static final List<String> COLUMNS = List.of(
            "copied",
            "already_there",
            "kept_elsewhere",
            "skipped_by_rule",
            "failed",
            "vanished",
            "repaired",
            "changed_by_target",
            "merged_by_target",
            "kept_less",
            "may_be_doubled",
            "doubled_by_late_write",
            "moved",
            "removed",
            "bytes",
            "gone",
            "items",
            "retryable",
            "appended",
            "recognised_there");

    private static final int MARKS = Codes.outcomes();
    private static final int BYTES = MARKS + Codes.marks();
    private static final int GONE = BYTES + 1;
    private static final int ITEMS = BYTES + 2;
    private static final int RETRYABLE = BYTES + 3;
    private static final int APPENDED = BYTES + 4;
    private static final int RECOGNISED = BYTES + 5;

    private final long[] values = new long[COLUMNS.size()];

    long get(int column) {
        return values[column];
    }

    void set(int column, long value) {
        values[column] = value;
    }

    void clear() {
        Arrays.fill(values, 0);
    }

    void add(ItemEntry entry) {
        count(entry, 1);
    }

    void remove(ItemEntry entry) {
        count(entry, -1);
    }

    private void count(ItemEntry entry, int sign) {
        values[ITEMS] += sign;
        if (entry.left()) {
            values[GONE] += sign;
            for (ItemMark mark : ItemEntry.OFF_TARGET) {
                values[MARKS + Codes.of(mark)] += entry.marks().contains(mark) ? sign : 0;
            }
        } else {
            values[Codes.of(entry.outcome())] += sign;
            for (ItemMark mark : entry.marks()) {
                values[MARKS + Codes.of(mark)] += sign;
            }
            if (entry.outcome() == ItemOutcome.COPIED) {
                values[BYTES] += sign * Math.max(0, entry.size());
            }
            if (entry.retryable()) {
                values[RETRYABLE] += sign;
            }
        }
        // One target item answers for all that were merged into it.
        if (!entry.marks().contains(ItemMark.MERGED_BY_TARGET) && !entry.isOffTarget()) {
            if (entry.outcome() == ItemOutcome.COPIED) {
                values[APPENDED] += sign;
            } else if (entry.outcome() == ItemOutcome.ALREADY_THERE) {
                values[RECOGNISED] += sign;
            }
        }
    }

    long items() {
        return values[ITEMS];
    }

    long retryable() {
        return values[RETRYABLE];
    }

    FolderCounts counts(long listed) {
        Map<ItemOutcome, Long> outcomes = new EnumMap<>(ItemOutcome.class);
        for (int code = 0; code < Codes.outcomes(); code++) {
            if (values[code] != 0) {
                outcomes.put(Codes.outcome(code), values[code]);
            }
        }
        Map<ItemMark, Long> marks = new EnumMap<>(ItemMark.class);
        for (int code = 0; code < Codes.marks(); code++) {
            if (values[MARKS + code] != 0) {
                marks.put(Codes.mark(code), values[MARKS + code]);
            }
        }
        return new FolderCounts(listed, outcomes, marks, values[BYTES], values[GONE]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tally tally && Arrays.equals(values, tally.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }
}
