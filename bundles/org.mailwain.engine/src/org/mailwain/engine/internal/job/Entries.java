package org.mailwain.engine.internal.job;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.ItemEntry;

/** Makes {@link ItemEntry}s. */
public final class Entries {
    private Entries() {}

    /** Stands for flags in the ledger: equal flags, equal number, in every run; never 0, which says unknown. */
    public static int digest(Flags flags) {
        int hash = flags.toString().toLowerCase(Locale.ROOT).hashCode();
        return hash == 0 ? 1 : hash;
    }

    /** An item that does not stand on the target, with why. */
    public static FolderCommit.Result without(ListedItem item, ItemOutcome outcome, Failure why, int attempts) {
        boolean retryable = outcome == ItemOutcome.FAILED && why.retryable();
        ItemEntry entry = new ItemEntry(
                item.id(), outcome, Set.of(), null, item.size(), null, null, 0, retryable, attempts, false);
        return new FolderCommit.Result(entry, Notes.bare(why, item.received()));
    }

    public static ItemEntry left(ItemEntry e, boolean left) {
        return new ItemEntry(
                e.id(),
                e.outcome(),
                e.marks(),
                e.target(),
                e.size(),
                e.fingerprint(),
                e.sha256(),
                e.flagsDigest(),
                e.retryable(),
                e.attempts(),
                left);
    }

    public static ItemEntry target(ItemEntry e, ItemId target) {
        return new ItemEntry(
                e.id(),
                e.outcome(),
                e.marks(),
                target,
                e.size(),
                e.fingerprint(),
                e.sha256(),
                e.flagsDigest(),
                e.retryable(),
                e.attempts(),
                e.left());
    }

    public static ItemEntry flags(ItemEntry e, int digest) {
        return new ItemEntry(
                e.id(),
                e.outcome(),
                e.marks(),
                e.target(),
                e.size(),
                e.fingerprint(),
                e.sha256(),
                digest,
                e.retryable(),
                e.attempts(),
                e.left());
    }

    public static ItemEntry marked(ItemEntry e, ItemMark mark) {
        EnumSet<ItemMark> marks = EnumSet.of(mark);
        marks.addAll(e.marks());
        return new ItemEntry(
                e.id(),
                e.outcome(),
                marks,
                e.target(),
                e.size(),
                e.fingerprint(),
                e.sha256(),
                e.flagsDigest(),
                e.retryable(),
                e.attempts(),
                e.left());
    }

    public static ItemEntry retryable(ItemEntry e, boolean retryable) {
        return new ItemEntry(
                e.id(),
                e.outcome(),
                e.marks(),
                e.target(),
                e.size(),
                e.fingerprint(),
                e.sha256(),
                e.flagsDigest(),
                retryable,
                e.attempts(),
                e.left());
    }
}
