package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.engine.internal.limit.Rests;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryOptions;

/** A cancel ends a pass within a second, wherever it is, and the next run goes on. */
class StopTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static World sampled() {
        World world = new World(MemoryOptions.IMAP.multiAppend(4));
        MailboxJobTest.sample(world);
        return world;
    }

    private static void stopped(World world, CancelSource cancel, String when) throws FailureException {
        world.cancel = cancel;
        long begin = System.nanoTime();
        MailboxResult result = world.run();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        assertThat(result.ending()).as(when).isEqualTo(Ending.STOPPED);
        assertThat(took).as(when).isLessThan(SECOND.multipliedBy(5));
        world.cancel = Cancel.NEVER;
        world.source.faults().clear();
        world.target.faults().clear();
        assertThat(world.run().ending()).as(when).isEqualTo(Ending.COMPLETED);
        assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                .as(when)
                .isEmpty();
        assertThat(world.records().values())
                .as(when)
                .allMatch(FolderRecord::settled)
                .allMatch(r -> r.counts().balances());
    }

    @Test
    void stopsWhileAServerDoesNotAnswer() throws FailureException {
        for (Faults.Point point : List.of(
                Faults.Point.OPEN,
                Faults.Point.FOLDERS,
                Faults.Point.ENSURE,
                Faults.Point.APPEND,
                Faults.Point.ANSWER)) {
            try (World world = sampled()) {
                CancelSource cancel = new CancelSource();
                world.target.faults().at(point, 1).run(() -> request(cancel, 100));
                world.target.faults().at(point, 1).hang();
                stopped(world, cancel, "target " + point);
            }
        }
        for (Faults.Point point :
                List.of(Faults.Point.OPEN, Faults.Point.FOLDERS, Faults.Point.LIST, Faults.Point.FETCH)) {
            try (World world = sampled()) {
                CancelSource cancel = new CancelSource();
                world.source.faults().at(point, 1).run(() -> request(cancel, 100));
                world.source.faults().at(point, 1).hang();
                stopped(world, cancel, "source " + point);
            }
        }
    }

    private static void request(CancelSource cancel, long millis) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            cancel.request();
        });
    }

    @Test
    void letsWhatIsUnderWayBeAnswered() throws FailureException {
        for (long answer = 1; answer <= 9; answer++) {
            try (World world = sampled()) {
                CancelSource cancel = new CancelSource();
                world.target.faults().at(Faults.Point.ANSWER, answer).run(cancel::request);
                world.target.faults().at(Faults.Point.ANSWER, answer).delay(Duration.ofMillis(50));
                stopped(world, cancel, "answer " + answer);
            }
        }
    }

    @Test
    void stopsWhileItWaitsForAServer() throws FailureException {
        try (World world = sampled()) {
            CancelSource cancel = new CancelSource();
            world.rests = Rests.REAL;
            world.target.faults().every(Faults.Point.OPEN).cut();
            request(cancel, 300);
            stopped(world, cancel, "waiting");
        }
    }

    @Test
    void stopsDuringTheQuietTime() throws FailureException {
        try (World world = sampled()) {
            Steps steps = Steps.endless();
            world.steps = steps;
            world.target.faults().at(Faults.Point.ANSWER, 3).run(steps::die);
            world.target.faults().at(Faults.Point.ANSWER, 3).cut();
            world.run();
            world.target.faults().clear();
            world.steps = null;
            CancelSource cancel = new CancelSource();
            world.rests = Rests.REAL;
            request(cancel, 300);
            world.cancel = cancel;
            long begin = System.nanoTime();
            assertThat(world.run().ending()).isEqualTo(Ending.STOPPED);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SECOND.multipliedBy(5));
        }
    }

    @Test
    void doesNothingWhenItWasStoppedBefore() throws FailureException {
        try (World world = sampled()) {
            CancelSource cancel = new CancelSource();
            cancel.request();
            world.cancel = cancel;
            assertThat(world.run().ending()).isEqualTo(Ending.STOPPED);
            assertThat(world.target.faults().steps()).isZero();
        }
    }
}
