package org.mailwain.ledger;

import java.util.EnumMap;
import java.util.Map;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;

/**
 * The evidence of one folder pair.
 *
 * @param listed items at the snapshot of the last listing
 * @param outcomes items by outcome, of those that have not left the source since
 * @param marks items by mark; those of {@link ItemEntry#OFF_TARGET} count items that left
 * @param bytes of the items copied
 * @param left items that had an outcome and left the source since; outside the balance
 */
public record FolderCounts(
        long listed, Map<ItemOutcome, Long> outcomes, Map<ItemMark, Long> marks, long bytes, long left) {
    public static final FolderCounts NOTHING = new FolderCounts(0, Map.of(), Map.of(), 0, 0);

    public FolderCounts {
        outcomes = Map.copyOf(outcomes);
        marks = Map.copyOf(marks);
    }

    public long of(ItemOutcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    public long of(ItemMark mark) {
        return marks.getOrDefault(mark, 0L);
    }

    /** How often a mark is set that somebody has to look at; an item with two of them counts twice. */
    public long oddities() {
        return marks.entrySet().stream()
                .filter(mark -> mark.getKey().needsPerson())
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Items that have an outcome and have not left. */
    public long accounted() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The fourth promise: every listed item has one outcome. */
    public boolean balances() {
        return listed == accounted();
    }

    /** Both together, for the sheet of a mailbox or a batch. */
    public FolderCounts plus(FolderCounts other) {
        Map<ItemOutcome, Long> allOutcomes = new EnumMap<>(ItemOutcome.class);
        allOutcomes.putAll(outcomes);
        other.outcomes.forEach((outcome, count) -> allOutcomes.merge(outcome, count, Long::sum));
        Map<ItemMark, Long> allMarks = new EnumMap<>(ItemMark.class);
        allMarks.putAll(marks);
        other.marks.forEach((mark, count) -> allMarks.merge(mark, count, Long::sum));
        return new FolderCounts(listed + other.listed, allOutcomes, allMarks, bytes + other.bytes, left + other.left);
    }
}
