package org.mailwain.ledger.contract;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.BatchLedger;
import org.mailwain.ledger.Drawn;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LeftOut;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.TargetFolder;

/** A ledger of which every write passes somebody first; for tests of what happens when writes fail or end a process. */
public abstract class GuardedLedger implements Ledger {
    private final Ledger real;

    protected GuardedLedger(Ledger real) {
        this.real = real;
    }

    /** What is to be written. */
    @FunctionalInterface
    protected interface Handing {
        CompletableFuture<Void> now() throws FailureException;
    }

    /** A write: carries it out, or not. */
    protected abstract CompletableFuture<Void> write(Handing write) throws FailureException;

    /** Before it is waited for what was handed in. */
    protected void flushing() {
        // nobody minds
    }

    private CompletableFuture<Void> plain(Handing write) {
        try {
            return write(write);
        } catch (FailureException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public final BatchLedger batch(String name) throws FailureException {
        return real.batch(name);
    }

    @Override
    public final List<String> batches() throws FailureException {
        return real.batches();
    }

    @Override
    public final MailboxLedger take(MailboxKey mailbox, String holder) throws FailureException {
        return new Mailbox(real.take(mailbox, holder), this);
    }

    @Override
    public final Optional<MailboxLedger> read(MailboxKey mailbox) throws FailureException {
        return real.read(mailbox);
    }

    @Override
    public final void close() {
        real.close();
    }

    private record Mailbox(MailboxLedger real, GuardedLedger guard) implements MailboxLedger {
        @Override
        public MailboxKey key() {
            return real.key();
        }

        @Override
        public long fence() {
            return real.fence();
        }

        @Override
        public List<FolderLedger> folders() throws FailureException {
            return real.folders().stream()
                    .map(f -> (FolderLedger) new Folder(f, guard))
                    .toList();
        }

        @Override
        public FolderLedger folder(FolderPath source, FolderPath target) throws FailureException {
            return new Folder(real.folder(source, target), guard);
        }

        @Override
        public List<TargetFolder> targets() throws FailureException {
            return real.targets();
        }

        @Override
        public Optional<TargetFolder> target(FolderPath target) throws FailureException {
            return real.target(target);
        }

        @Override
        public long nextIntent() {
            return real.nextIntent();
        }

        @Override
        public List<Intent> openIntents() throws FailureException {
            return real.openIntents();
        }

        @Override
        public List<Intent> ownIntents() throws FailureException {
            return real.ownIntents();
        }

        @Override
        public Map<Fingerprint, List<ItemEntry>> withFingerprints(FolderPath target, Collection<Fingerprint> some)
                throws FailureException {
            return real.withFingerprints(target, some);
        }

        @Override
        public List<LeftOut> leftOut() throws FailureException {
            return real.leftOut();
        }

        @Override
        public CompletableFuture<Void> leaveOut(List<LeftOut> folders) {
            return guard.plain(() -> real.leaveOut(folders));
        }

        @Override
        public List<Drawn> drawn(Instant since) throws FailureException {
            return real.drawn(since);
        }

        @Override
        public CompletableFuture<Void> draw(Instant now, long bytes) {
            return guard.plain(() -> real.draw(now, bytes));
        }

        @Override
        public void flush() throws FailureException {
            guard.flushing();
            real.flush();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private record Folder(FolderLedger real, GuardedLedger guard) implements FolderLedger {
        @Override
        public FolderPath source() {
            return real.source();
        }

        @Override
        public FolderPath target() {
            return real.target();
        }

        @Override
        public FolderRecord record() throws FailureException {
            return real.record();
        }

        @Override
        public CompletableFuture<Void> begin(Epoch sourceEpoch) throws FailureException {
            return guard.write(() -> real.begin(sourceEpoch));
        }

        @Override
        public Map<ItemId, ItemEntry> entries(List<ItemId> ids) throws FailureException {
            return real.entries(ids);
        }

        @Override
        public boolean isEmpty() throws FailureException {
            return real.isEmpty();
        }

        @Override
        public CompletableFuture<Void> intend(Intent intent) {
            return guard.plain(() -> real.intend(intent));
        }

        @Override
        public CompletableFuture<Void> commit(FolderCommit commit) {
            return guard.plain(() -> real.commit(commit));
        }

        @Override
        public Standing standing() throws FailureException {
            Standing standing = real.standing();
            return new Standing() {
                @Override
                public void page(List<ItemId> risingIds) throws FailureException {
                    standing.page(risingIds);
                }

                @Override
                public long end() throws FailureException {
                    long[] left = new long[1];
                    done(guard.write(() -> {
                        left[0] = standing.end();
                        return CompletableFuture.completedFuture(null);
                    }));
                    return left[0];
                }
            };
        }

        @Override
        public void leavers(boolean kept, Consumer<List<ItemEntry>> pages) throws FailureException {
            real.leavers(kept, pages);
        }

        @Override
        public CompletableFuture<Void> keepLeavers() {
            return guard.plain(real::keepLeavers);
        }

        @Override
        public CompletableFuture<Void> settled(FolderState state, String rulesDigest) {
            return guard.plain(() -> real.settled(state, rulesDigest));
        }

        @Override
        public void notes(Consumer<List<NotedItem>> pages) throws FailureException {
            real.notes(pages);
        }

        @Override
        public void entries(Consumer<List<ItemEntry>> pages) throws FailureException {
            real.entries(pages);
        }

        private static void done(CompletableFuture<Void> write) throws FailureException {
            try {
                write.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof FailureException failure) {
                    throw failure;
                }
                throw e;
            }
        }
    }
}
