package org.mailwain.engine.internal.copy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.progress.Cancel;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Budget;
import org.mailwain.engine.internal.job.Durable;
import org.mailwain.engine.internal.job.Entries;
import org.mailwain.engine.internal.job.Notes;
import org.mailwain.engine.internal.job.Originals;
import org.mailwain.engine.internal.job.Reporter;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.recognise.Sighting;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;

/** Writes down what became of items, and tells of those that were not plainly copied. Thread-safe. */
public final class Books {
    private final Durable durable;
    private final Reporter reporter;
    private final Budget budget;
    private final Originals originals;

    public Books(Durable durable, Reporter reporter, Budget budget, Originals originals) {
        this.durable = durable;
        this.reporter = reporter;
        this.budget = budget;
        this.originals = originals;
    }

    /** @param flagsOwed whether flags are to be set by a later step */
    Result copied(Cargo cargo, ItemId target, boolean flagsOwed) throws FailureException {
        cargo.pair().tally().add(1, cargo.original().size(), 0, 0);
        ItemEntry entry = cargo.entry(ItemOutcome.COPIED, target, false);
        return noted(cargo, flagsOwed ? Entries.flags(entry, 0) : entry);
    }

    private Result noted(Cargo cargo, ItemEntry entry) throws FailureException {
        if (cargo.marks().isEmpty()) {
            return new Result(entry, null);
        }
        Failure why = cargo.changed() != null ? cargo.changed() : reason(cargo);
        reporter.noted(cargo.pair().path(), cargo.item().id(), why);
        String original = cargo.repairs() == null ? null : keep(cargo);
        return new Result(
                entry, Notes.of(why, cargo.item().received(), cargo.original().header(), original, cargo.repairs()));
    }

    private static Failure reason(Cargo cargo) {
        Set<ItemMark> marks = cargo.marks();
        if (marks.contains(ItemMark.REPAIRED)) {
            return cargo.repairedFor();
        }
        if (cargo.less() != null && !marks.contains(ItemMark.MERGED_BY_TARGET)) {
            return cargo.less();
        }
        return (marks.contains(ItemMark.DOUBLED_BY_LATE_WRITE)
                        ? EngineFailure.DOUBLED_LATE
                        : marks.contains(ItemMark.MERGED_BY_TARGET)
                                ? EngineFailure.MERGED
                                : EngineFailure.MAY_BE_DOUBLED)
                .with();
    }

    private String keep(Cargo cargo) throws FailureException {
        try {
            return originals.keep(cargo.original());
        } catch (IOException e) {
            throw new FailureException(EngineFailure.SPOOL.with("originals", e.getMessage()), e);
        }
    }

    /** Refused, or not to be sent any more. */
    Result failed(Cargo cargo, Failure why, boolean retryable) throws FailureException {
        failed(cargo.pair(), cargo.item(), why);
        String original = cargo.refusal() == null ? null : keep(cargo);
        return new Result(
                cargo.entry(ItemOutcome.FAILED, null, retryable),
                Notes.of(why, cargo.item().received(), cargo.original().header(), original, cargo.repairs()));
    }

    /** Mended, and about to be sent. */
    Result pending(Cargo cargo, Failure why) throws FailureException {
        return new Result(
                cargo.entry(ItemOutcome.FAILED, null, true),
                Notes.of(why, cargo.item().received(), cargo.original().header(), keep(cargo), cargo.repairs()));
    }

    /** Not read: the note has no header. */
    Result unread(Pair pair, ListedItem item, int attempts, Failure why, boolean retryable) {
        failed(pair, item, why);
        Result plain = Entries.without(item, ItemOutcome.FAILED, why, attempts);
        return retryable == plain.entry().retryable()
                ? plain
                : new Result(Entries.retryable(plain.entry(), retryable), plain.note());
    }

    private void failed(Pair pair, ListedItem item, Failure why) {
        pair.tally().add(0, 0, 0, 1);
        budget.failed(1);
        reporter.noted(pair.path(), item.id(), why);
    }

    public void tell(Pair pair, ItemId item, Failure why) {
        reporter.noted(pair.path(), item, why);
    }

    Result vanished(Pair pair, ListedItem item, int attempts) {
        pair.tally().add(0, 0, 1, 0);
        return Entries.without(item, ItemOutcome.VANISHED, EngineFailure.VANISHED.with(), attempts);
    }

    /**
     * An item that an earlier run sent and that was found on the target.
     *
     * @param changed how the copy differs from what was sent, or null
     */
    Result found(Fate fate, Sighting sighting, Failure changed, ItemEntry before) {
        Intent.Item item = fate.item();
        EnumSet<ItemMark> marks = EnumSet.noneOf(ItemMark.class);
        if (before != null) {
            marks.addAll(before.marks());
        }
        Failure why = marks.isEmpty() ? null : EngineFailure.REPAIRED_EARLIER.with();
        if (sighting.less() != null) {
            marks.add(ItemMark.KEPT_LESS);
            why = why == null ? sighting.less() : why;
        }
        if (changed != null) {
            marks.add(ItemMark.CHANGED_BY_TARGET);
            why = changed;
        }
        int attempts = before == null ? 1 : before.attempts() + 1;
        ItemEntry entry = new ItemEntry(
                item.id(),
                ItemOutcome.COPIED,
                marks,
                sighting.id(),
                item.size(),
                item.fingerprint(),
                item.sha256(),
                0,
                false,
                attempts,
                false);
        return new Result(entry, why == null ? null : Notes.bare(why, null));
    }

    /** Results of an append, and how far the target folder is accounted for. */
    public void commit(Lane lane, FolderLedger ledger, List<Result> results, List<Long> closed) {
        OptionalLong recognised = OptionalLong.of(lane.recognised());
        hand(
                ledger,
                new FolderCommit(
                        results,
                        closed,
                        lane.frontier(),
                        recognised,
                        OptionalLong.empty(),
                        0,
                        null,
                        lane.proofs(ledger.source())));
    }

    /** Results that say nothing about the target folder. */
    public void commit(FolderLedger ledger, List<Result> results) {
        if (!results.isEmpty()) {
            hand(
                    ledger,
                    new FolderCommit(
                            new ArrayList<>(results),
                            List.of(),
                            null,
                            OptionalLong.empty(),
                            OptionalLong.empty(),
                            0,
                            null));
        }
    }

    public void watch(CompletableFuture<Void> write) {
        durable.watch(write);
    }

    public void hand(FolderLedger ledger, FolderCommit commit) {
        durable.watch(ledger.commit(commit));
    }

    public void await(CompletableFuture<Void> write, Cancel cancel) throws FailureException {
        durable.await(write, cancel);
    }

    /** @throws FailureException where too much failed, or the ledger did */
    public void check() throws FailureException {
        durable.check();
        Failure over = budget.exceeded();
        if (over != null) {
            throw new FailureException(over);
        }
    }
}
