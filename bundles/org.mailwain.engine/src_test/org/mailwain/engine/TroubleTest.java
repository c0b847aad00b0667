package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.contract.GuardedLedger;
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
    private static final class FullLedger extends GuardedLedger {
        private final AtomicInteger left;

        FullLedger(Ledger real, AtomicInteger left) {
            super(real);
            this.left = left;
        }

        @Override
        protected CompletableFuture<Void> write(Handing write) throws FailureException {
            return left.getAndDecrement() <= 0
                    ? CompletableFuture.failedFuture(LedgerFailure.DISK_FULL.raise("here"))
                    : write.now();
        }
    }
}
