package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.batch.BatchLimits;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.engine.internal.limit.Rests;
import org.mailwain.ledger.Ledger;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryFailure;
import org.mailwain.tck.memory.MemoryMailbox;
import org.mailwain.tck.memory.MemoryOptions;

/** Many mailboxes in one run: what failed is tried again within it, and servers that are down or slow are waited for. */
class BatchTest {
    private static final Failure DOWN = MemoryFailure.CUT.with("down").at(Scope.ENDPOINT);

    private final World world = new World();

    @AfterEach
    void leave() {
        world.close();
    }

    /** Something done with the run when a mailbox comes into a state for the n-th time. */
    private interface Act {
        void on(BatchJob job, String mailbox, MailboxState state, int times) throws FailureException;
    }

    private BatchResult batch(Act act) throws FailureException {
        AtomicReference<BatchJob> job = new AtomicReference<>();
        Map<String, Integer> told = new ConcurrentHashMap<>();
        Progress progress = event -> {
            if (event instanceof RunEvent.MailboxChanged changed) {
                String what = changed.mailbox() + changed.state();
                int times = told.merge(what, 1, Integer::sum);
                try {
                    act.on(job.get(), changed.mailbox(), changed.state(), times);
                } catch (FailureException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        try (Engine engine = world.engine();
                Ledger ledger = world.ledger()) {
            job.set(new BatchJob(
                    engine, world.batch(), world.logins(), ledger, BatchOptions.all("test"), progress, Cancel.NEVER));
            return job.get().run();
        }
    }

    private MemoryMailbox another(String user) {
        MemoryMailbox target = new MemoryMailbox(MemoryOptions.IMAP.clock(world.clock));
        MemoryMailbox source = new MemoryMailbox(MemoryOptions.IMAP.clock(world.clock));
        source.deliver(World.INBOX, World.mail(1, user));
        world.from.with(user, source);
        world.to.with(user + "@example.org", target);
        world.rows.add(World.row(user));
        return target;
    }

    private void refuseOne() {
        MailboxJobTest.sample(world);
        RefusalTest.refuse(world, "Message 7\r", MemoryFailure.REFUSED.with());
        world.limits = new BatchLimits(1, 1000, Duration.ofSeconds(10));
    }

    @Test
    void triesAgainInTheRunAtWorkWhatFailedBefore() throws FailureException {
        refuseOne();
        another("ben");
        AtomicInteger queued = new AtomicInteger(-1);
        List<String> begun = new ArrayList<>();
        BatchResult result = batch((job, mailbox, state, times) -> {
            if (state == MailboxState.SYNCING) {
                begun.add(mailbox);
                if (mailbox.startsWith("ben")) {
                    world.target.faults().clear();
                    queued.set(job.retry(Set.of()));
                }
            }
        });
        assertThat(queued).hasValue(1);
        assertThat(begun).containsExactly("anna@example.org", "ben@example.org", "anna@example.org");
        assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(World.picture(world.target)).isEqualTo(World.picture(world.source));
    }

    @Test
    void aWishThatComesWhileAMailboxIsAtWorkIsKeptForIt() throws FailureException {
        refuseOne();
        AtomicInteger queued = new AtomicInteger(-1);
        BatchResult result = batch((job, mailbox, state, times) -> {
            if (state == MailboxState.SYNCING && times == 1) {
                queued.set(job.retry(Set.of("anna@example.org")));
            } else if (state == MailboxState.SYNCING) {
                world.target.faults().clear();
            }
        });
        assertThat(queued).hasValue(0);
        assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(result.mailboxes()).singleElement().satisfies(m -> {
            assertThat(m.copied()).isEqualTo(1);
            assertThat(m.evidence().of(ItemOutcome.FAILED)).isZero();
        });
    }

    @Test
    void nobodyIsTriedTwiceWithoutAWish() throws FailureException {
        refuseOne();
        AtomicInteger begun = new AtomicInteger();
        BatchResult result = batch((job, mailbox, state, times) -> {
            if (state == MailboxState.SYNCING) {
                begun.incrementAndGet();
            }
        });
        assertThat(begun).hasValue(1);
        assertThat(result.mailboxes().getFirst().evidence().of(ItemOutcome.FAILED))
                .isEqualTo(1);
    }

    @Test
    @Timeout(120)
    void anEndpointThatIsDownPausesItsMailboxesInsteadOfFailingThem() throws FailureException {
        int many = 500;
        world.rests = (time, wish) -> {
            wish.check();
            // who waits must not run the clock ahead of who tries
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            world.clock.advance(time);
        };
        world.rows.clear();
        List<MemoryMailbox> targets = new ArrayList<>();
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger tried = new AtomicInteger();
        AtomicReference<Instant> up = new AtomicReference<>(Instant.MIN);
        for (int i = 0; i < many; i++) {
            MemoryMailbox target = another("user" + i);
            targets.add(target);
            world.to.with("user" + i + "@example.org", context -> {
                if (opened.incrementAndGet() == 100) {
                    up.set(world.clock.instant().plus(Duration.ofMinutes(8)));
                }
                if (world.clock.instant().isBefore(up.get())) {
                    tried.incrementAndGet();
                    throw new FailureException(DOWN);
                }
                return target.open(context);
            });
        }
        AtomicInteger failed = new AtomicInteger();
        BatchResult result = batch((job, mailbox, state, times) -> {
            if (state == MailboxState.FAILED) {
                failed.incrementAndGet();
            }
        });
        assertThat(failed).hasValue(0);
        assertThat(result.mailboxes())
                .filteredOn(m -> m.ending() != Ending.COMPLETED)
                .isEmpty();
        assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(result.mailboxes()).hasSize(many);
        assertThat(tried).as("one at a time, and not each of them").hasValueBetween(2, 40);
        assertThat(targets).allMatch(target -> target.messages(World.INBOX).size() == 1);
    }

    /** Answers of a source that become slower and slower, told by time that the session spends on them. */
    @Test
    void opensFewerConnectionsToASourceThatBecomesMuchSlower() throws FailureException {
        for (boolean slower : new boolean[] {true, false}) {
            try (World own = new World()) {
                own.rests = measuring(own);
                int items = 1_100;
                for (int i = 0; i < items; i++) {
                    own.source.deliver(World.INBOX, World.mail(i, "body"));
                }
                AtomicInteger read = new AtomicInteger();
                own.source
                        .faults()
                        .every(Faults.Point.ITEM)
                        .run(() -> own.clock.advance(
                                Duration.ofMillis(slower && read.incrementAndGet() > 700 ? 3_000 : 40)));
                try (Engine engine = own.engine();
                        Ledger ledger = own.ledger()) {
                    assertThat(own.job(engine, own.rows.getFirst(), ledger)
                                    .run()
                                    .copied())
                            .isEqualTo(items);
                    EndpointPicture source = engine.endpoint(own.batch().source());
                    assertThat(source.allowed() < source.limits().connections()).isEqualTo(slower);
                    if (slower) {
                        assertThat(source.waitingFor().is(EngineFailure.SLOWER)).isTrue();
                    }
                }
            }
        }
    }

    private static Rests measuring(World world) {
        return new Rests() {
            @Override
            public void rest(Duration time, Cancel cancel) throws CancelledException {
                cancel.check();
                world.clock.advance(time);
            }

            @Override
            public long nanos() {
                return Duration.between(Instant.EPOCH, world.clock.instant()).toNanos();
            }
        };
    }
}
