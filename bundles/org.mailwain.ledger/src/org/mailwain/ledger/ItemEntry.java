package org.mailwain.ledger;

import java.util.Set;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.ItemId;

/**
 * What became of one source item.
 *
 * @param target id of the item that stands for it on the target, or null
 * @param size in bytes as served by the source; -1 where it was not read
 * @param fingerprint null where the header was not read
 * @param sha256 of the bytes served by the source, null where they were not read
 * @param flagsDigest of the flags as last carried over, for passes that follow flags; 0 where unknown
 * @param retryable whether a later pass tries again
 * @param attempts appends tried so far
 * @param left whether the item left the source since
 */
public record ItemEntry(
        ItemId id,
        ItemOutcome outcome,
        Set<ItemMark> marks,
        ItemId target,
        long size,
        Fingerprint fingerprint,
        byte[] sha256,
        int flagsDigest,
        boolean retryable,
        int attempts,
        boolean left) {
    /** Marks that say that the item's copy does not stand in its target folder any more. */
    public static final Set<ItemMark> OFF_TARGET = Set.of(ItemMark.MOVED, ItemMark.REMOVED);

    public ItemEntry {
        marks = Set.copyOf(marks);
    }

    /** Whether its copy was taken away from the target folder, by us. */
    public boolean isOffTarget() {
        return marks.stream().anyMatch(OFF_TARGET::contains);
    }

    /** The same, left or there again. */
    public ItemEntry left(boolean newLeft) {
        return new ItemEntry(
                id, outcome, marks, target, size, fingerprint, sha256, flagsDigest, retryable, attempts, newLeft);
    }
}
