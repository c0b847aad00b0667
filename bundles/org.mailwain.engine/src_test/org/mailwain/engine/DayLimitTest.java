package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.BatchLimits;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.settings.Bytes;
import org.mailwain.ledger.Ledger;
import org.mailwain.tck.memory.MemoryMailbox;
import org.mailwain.tck.memory.MemoryOptions;

/** A source that gives out so much a day. */
class DayLimitTest {
    private static final int MESSAGES = 12;
    private static final long SIZE = 1_000_000;

    private final World world = new World();

    @BeforeEach
    void deliver() {
        world.memory = 64_000_000;
        for (int i = 0; i < MESSAGES; i++) {
            world.source.deliver(World.INBOX, World.mail(i, "x".repeat((int) SIZE)));
        }
        limit(5 * SIZE);
    }

    @AfterEach
    void leave() {
        world.close();
    }

    private void limit(long bytes) {
        world.sourceLimits = new EndpointLimits(20, 2, 0, 0, new Bytes(bytes));
    }

    private int copied() {
        return world.target.messages(World.INBOX).size();
    }

    @Test
    void stopsThereWithTheMomentAtWhichItGoesOn() throws FailureException {
        MailboxResult first = world.run();

        assertThat(first.ending()).isEqualTo(Ending.FAILED);
        assertThat(first.failure().is(EngineFailure.DAY_LIMIT)).isTrue();
        assertThat(first.failure().retryable()).isTrue();
        assertThat(first.failure().notBefore()).isEqualTo(Instant.parse("2024-05-07T08:00:00Z"));
        assertThat(copied()).isEqualTo(4);
        assertThat(world.records().values())
                .singleElement()
                .satisfies(record -> assertThat(record.settled()).isFalse());
    }

    @Test
    void anotherRunCountsWhatTheOneBeforeHasRead() throws FailureException {
        world.run();
        world.clock.advance(Duration.ofHours(23));

        MailboxResult second = world.run();

        assertThat(second.failure().is(EngineFailure.DAY_LIMIT)).isTrue();
        assertThat(second.failure().notBefore()).isEqualTo(Instant.parse("2024-05-07T08:00:00Z"));
        assertThat(copied()).isEqualTo(4);
        world.clock.advance(Duration.ofHours(2));
        assertThat(world.run().failure().is(EngineFailure.DAY_LIMIT)).isTrue();
        assertThat(copied()).isEqualTo(8);
        world.clock.advance(Duration.ofHours(25));
        assertThat(world.run().ending()).isEqualTo(Ending.COMPLETED);
        assertThat(World.picture(world.target)).isEqualTo(World.picture(world.source));
    }

    @Test
    void aMessageLargerThanTheDayGoesOnADayOfItsOwn() throws FailureException {
        limit(SIZE / 2);
        for (int day = 1; day < MESSAGES; day++) {
            assertThat(world.run().failure().is(EngineFailure.DAY_LIMIT)).isTrue();
            assertThat(copied()).isEqualTo(day);
            world.clock.advance(Duration.ofHours(25));
        }
        assertThat(world.run().ending()).isEqualTo(Ending.COMPLETED);
    }

    @Test
    void aBatchGoesOnByItselfAndOthersDoMeanwhile() throws FailureException {
        MemoryMailbox other = new MemoryMailbox(MemoryOptions.IMAP.clock(world.clock));
        other.deliver(World.INBOX, World.mail(1, "other"));
        world.from.with("ben", other);
        MemoryMailbox otherTarget = new MemoryMailbox(MemoryOptions.IMAP.clock(world.clock));
        world.to.with("ben@example.org", otherTarget);
        world.rows.add(World.row("ben"));
        world.limits = new BatchLimits(1, 1000, Duration.ofSeconds(10));
        List<String> told = new ArrayList<>();

        BatchResult result = batch(Cancel.NEVER, event -> {
            if (event instanceof RunEvent.MailboxChanged changed) {
                told.add(changed.mailbox() + " " + changed.state());
            } else if (event instanceof RunEvent.Waiting wait && wait.reason().is(EngineFailure.DAY_LIMIT)) {
                told.add("waits until " + wait.until());
                world.clock.set(wait.until());
            }
        });

        assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
        assertThat(told)
                .containsSubsequence(
                        "anna@example.org SYNCING",
                        "anna@example.org QUEUED",
                        "waits until 2024-05-07T08:00:00Z",
                        "ben@example.org SYNCED",
                        "anna@example.org SYNCING",
                        "anna@example.org SYNCED");
        assertThat(World.picture(world.target)).isEqualTo(World.picture(world.source));
        assertThat(World.picture(otherTarget)).isEqualTo(World.picture(other));
    }

    @Test
    void aBatchThatIsStoppedMeanwhileKeepsTheReason() throws FailureException {
        CancelSource stop = new CancelSource();

        BatchResult result = batch(stop, event -> {
            if (event instanceof RunEvent.Waiting) {
                stop.request();
            }
        });

        assertThat(result.ending()).isEqualTo(Ending.STOPPED);
        try (Ledger ledger = world.ledger()) {
            assertThat(ledger.batch("batch").mailboxes()).singleElement().satisfies(entry -> {
                assertThat(entry.state()).isEqualTo(MailboxState.STOPPED);
                assertThat(entry.failure().is(EngineFailure.DAY_LIMIT)).isTrue();
            });
        }
    }

    private BatchResult batch(Cancel cancel, Progress progress) throws FailureException {
        try (Engine engine = world.engine();
                Ledger ledger = world.ledger()) {
            BatchOptions options = BatchOptions.all("test");
            return new BatchJob(engine, world.batch(), world.logins(), ledger, options, progress, cancel).run();
        }
    }
}
