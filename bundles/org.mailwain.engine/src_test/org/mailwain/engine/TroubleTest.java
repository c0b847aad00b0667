package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.ledger.BatchLedger;
import org.mailwain.ledger.Drawn;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.LeftOut;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.TargetFolder;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryOptions;

/** The ledger fails or is taken away in the middle; events tell what happens. */
class TroubleTest {
    private static World sampled() {
        World world = new World(MemoryOptions.IMAP.multiAppend(4));
        MailboxJobTest.sample(world);
        return world;
    }

    @Test
    void stopsWhenTheLedgerHasNoRoomAndGoesOnAfterwards() throws FailureException {
        for (int write = 1; write <= 90; write++) {
            try (World world = sampled()) {
                MailboxResult result;
                try (Engine engine = world.engine();
                        Ledger real = world.ledger()) {
                    AtomicInteger left = new AtomicInteger(write);
                    result = world.job(engine, world.rows.getFirst(), new FullLedger(real, left))
                            .run();
                    if (left.get() >= 0) {
                        break;
                    }
                }
                assertThat(result.ending()).isEqualTo(Ending.FAILED);
                assertThat(result.failure().is(LedgerFailure.DISK_FULL)).isTrue();
                assertThat(world.run().ending()).isEqualTo(Ending.COMPLETED);
                assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                        .as("write " + write)
                        .isEmpty();
                assertThat(world.records().values())
                        .allMatch(r -> r.settled() && r.counts().balances());
            }
        }
    }

    /** Such as a class that a plug-in misses. */
    @Test
    void aFaultOfTheProgramFailsItsMailboxAlone() throws FailureException {
        try (World world = sampled()) {
            world.target.faults().at(Faults.Point.APPEND, 2).run(() -> {
                throw new NoClassDefFoundError("org/example/Missing");
            });
            MailboxResult broken = world.run();
            assertThat(broken.ending()).isEqualTo(Ending.FAILED);
            assertThat(broken.failure().is(EngineFailure.UNEXPECTED)).isTrue();
            assertThat(world.run().ending()).isEqualTo(Ending.COMPLETED);
        }
    }

    @Test
    void endsWhenSomebodyElseTakesTheMailbox() throws FailureException {
        try (World world = sampled();
                Engine engine = world.engine();
                Ledger ledger = world.ledger()) {
            world.target.faults().at(Faults.Point.APPEND, 4).run(() -> {
                try {
                    ledger.take(world.key(world.rows.getFirst()), "somebody else")
                            .close();
                } catch (FailureException e) {
                    throw new IllegalStateException(e);
                }
            });
            MailboxResult first =
                    world.job(engine, world.rows.getFirst(), ledger).run();
            assertThat(first.ending()).isEqualTo(Ending.FAILED);
            assertThat(first.failure().is(LedgerFailure.FENCED)).isTrue();
            assertThat(world.job(engine, world.rows.getFirst(), ledger).run().ending())
                    .isEqualTo(Ending.COMPLETED);
            assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                    .isEmpty();
        }
    }

    @Test
    void tellsWhatHappens() throws FailureException {
        try (World world = sampled()) {
            world.run();
            List<RunEvent> events = List.copyOf(world.events);
            assertThat(events.getFirst()).isInstanceOfSatisfying(RunEvent.MailboxPlanned.class, planned -> {
                assertThat(planned.items()).isEqualTo(32);
                assertThat(planned.folders()).isEqualTo(3);
            });
            List<FolderPath> started = new ArrayList<>();
            List<FolderPath> ended = new ArrayList<>();
            long copied = 0;
            for (RunEvent event : events) {
                switch (event) {
                    case RunEvent.FolderStarted e -> started.add(e.folder());
                    case RunEvent.FolderEnded e -> ended.add(e.folder());
                    default -> {}
                }
            }
            for (FolderPath folder : started) {
                copied += events.stream()
                        .filter(e -> e instanceof RunEvent.FolderProgress p
                                && p.folder().equals(folder))
                        .mapToLong(e -> ((RunEvent.FolderProgress) e).copied())
                        .max()
                        .orElse(0);
            }
            assertThat(copied).isEqualTo(32);
            assertThat(ended).containsExactlyInAnyOrderElementsOf(started);
        }
    }

    /** Runs out of room after some writes. */
    private record FullLedger(Ledger real, AtomicInteger left) implements Ledger {
        @Override
        public BatchLedger batch(String name) throws FailureException {
            return real.batch(name);
        }

        @Override
        public List<String> batches() throws FailureException {
            return real.batches();
        }

        @Override
        public MailboxLedger take(MailboxKey mailbox, String holder) throws FailureException {
            return new FullMailbox(real.take(mailbox, holder), left);
        }

        @Override
        public Optional<MailboxLedger> read(MailboxKey mailbox) throws FailureException {
            return real.read(mailbox);
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private record FullMailbox(MailboxLedger real, AtomicInteger left) implements MailboxLedger {
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
            return real.folders();
        }

        @Override
        public FolderLedger folder(FolderPath source, FolderPath target) throws FailureException {
            return new FullFolder(real.folder(source, target), left);
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
            return real.leaveOut(folders);
        }

        @Override
        public List<Drawn> drawn(Instant since) throws FailureException {
            return real.drawn(since);
        }

        @Override
        public CompletableFuture<Void> draw(Instant now, long bytes) {
            return real.draw(now, bytes);
        }

        @Override
        public void flush() throws FailureException {
            real.flush();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private record FullFolder(FolderLedger real, AtomicInteger left) implements FolderLedger {
        private boolean isFull() {
            return left.getAndDecrement() <= 0;
        }

        private static CompletableFuture<Void> full() {
            return CompletableFuture.failedFuture(LedgerFailure.DISK_FULL.raise("here"));
        }

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
            return isFull() ? full() : real.begin(sourceEpoch);
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
            return isFull() ? full() : real.intend(intent);
        }

        @Override
        public CompletableFuture<Void> commit(FolderCommit commit) {
            return isFull() ? full() : real.commit(commit);
        }

        @Override
        public Standing standing() throws FailureException {
            return real.standing();
        }

        @Override
        public void leavers(boolean kept, Consumer<List<ItemEntry>> pages) throws FailureException {
            real.leavers(kept, pages);
        }

        @Override
        public CompletableFuture<Void> keepLeavers() {
            return real.keepLeavers();
        }

        @Override
        public CompletableFuture<Void> settled(FolderState state, String rulesDigest) {
            return isFull() ? full() : real.settled(state, rulesDigest);
        }

        @Override
        public void notes(Consumer<List<NotedItem>> pages) throws FailureException {
            real.notes(pages);
        }

        @Override
        public void entries(Consumer<List<ItemEntry>> pages) throws FailureException {
            real.entries(pages);
        }
    }
}
