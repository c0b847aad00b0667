package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailwain.api.failure.FailureException;
import org.mailwain.engine.internal.limit.Rests;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryOptions;

/** The process dies at every durable step; the next run ends with what an undisturbed run gives. */
class KillTest {
    private static final List<Faults.Point> WRITES =
            List.of(Faults.Point.ENSURE, Faults.Point.APPEND, Faults.Point.BETWEEN, Faults.Point.ANSWER);

    enum Server {
        MULTIAPPEND(MemoryOptions.IMAP.multiAppend(4)),
        SINGLE(MemoryOptions.IMAP.multiAppend(1)),
        WITHOUT_UIDPLUS(MemoryOptions.IMAP.multiAppend(4).uidPlus(false)),
        PLAIN(MemoryOptions.PLAIN),
        OWN_KEYS(MemoryOptions.IMAP.multiAppend(1).ownKeys(true)),
        LATER_FLAGS(MemoryOptions.IMAP.multiAppend(4).flagsAfterAppend(true)),
        MERGING(MemoryOptions.IMAP.multiAppend(4).merging(true));

        private final MemoryOptions options;

        Server(MemoryOptions options) {
            this.options = options;
        }

        MemoryOptions options() {
            return options;
        }
    }

    private static World world(Server server, Steps steps) {
        World world = new World(server.options);
        MailboxJobTest.sample(world);
        world.steps = steps;
        for (Faults.Point point : WRITES) {
            world.target.faults().every(point).run(() -> {
                steps.before();
                steps.after();
            });
        }
        return world;
    }

    private static Map<String, List<String>> undisturbed(Server server) throws FailureException {
        try (World world = world(server, Steps.endless())) {
            world.run();
            Map<String, List<String>> all = World.picture(world.source);
            if (server == Server.MERGING) {
                all.replaceAll((folder, lines) -> lines.stream().distinct().toList());
            }
            assertThat(Differences.of(World.picture(world.target), all)).isEmpty();
            return World.picture(world.target);
        }
    }

    private static long steps(Server server) throws FailureException {
        Steps steps = Steps.endless();
        try (World world = world(server, steps)) {
            world.run();
            return steps.count();
        }
    }

    /** The next run, by a living process: ends right, and finds nothing more to do. */
    private static void resume(World world, Map<String, List<String>> expected, String when) throws FailureException {
        world.steps = null;
        world.target.faults().clear();
        MailboxResult again = world.run();
        assertThat(again.failure()).as(when).isNull();
        assertThat(again.ending()).as(when).isEqualTo(Ending.COMPLETED);
        assertThat(Differences.of(World.picture(world.target), expected))
                .as(when)
                .isEmpty();
        assertThat(world.records().values())
                .as(when)
                .allMatch(FolderRecord::settled)
                .allMatch(r -> r.counts().balances());
        int open = world.read(
                world.rows.getFirst(), mailbox -> mailbox.openIntents().size());
        assertThat(open).as(when).isZero();
        world.target.faults().clear();
        assertThat(world.run().copied()).as(when).isZero();
        assertThat(world.target.faults().steps()).as(when).isZero();
    }

    private static void killAtEveryStep(Server server, boolean after, Consumer<World> meanwhile)
            throws FailureException {
        long all = steps(server);
        Map<String, List<String>> expected = undisturbed(server);
        assertThat(all).isGreaterThan(20);
        for (long step = 1; step <= all; step++) {
            String when = server + " step " + step + " of " + all + (after ? " done" : " not done");
            try (World world = world(server, new Steps(step, after))) {
                MailboxResult killed = world.run();
                assertThat(killed.ending()).as(when).isEqualTo(Ending.FAILED);
                meanwhile.accept(world);
                resume(world, expected, when);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void endsRightAfterDeathBeforeAnyStep(Server server) throws FailureException {
        killAtEveryStep(server, false, world -> {});
    }

    @ParameterizedTest
    @EnumSource
    void endsRightAfterDeathBehindAnyStep(Server server) throws FailureException {
        killAtEveryStep(server, true, world -> {});
    }

    /** The process dies; what was on the wire goes on landing for a while. */
    @ParameterizedTest
    @EnumSource
    void endsRightWhenTheServerStoresLate(Server server) throws FailureException {
        Map<String, List<String>> expected = undisturbed(server);
        for (Faults.Point point : List.of(Faults.Point.BETWEEN, Faults.Point.ANSWER)) {
            long passages;
            try (World world = world(server, Steps.endless())) {
                world.run();
                passages = world.target.faults().passed(point);
            }
            for (long passage = 1; passage <= passages; passage++) {
                String when = server + " " + point + " " + passage;
                Steps steps = Steps.endless();
                try (World world = world(server, steps)) {
                    world.target.faults().landLate(Duration.ofSeconds(5));
                    world.target.faults().inFlight(2);
                    world.target.faults().at(point, passage).run(steps::die);
                    world.target.faults().at(point, passage).cut();
                    assertThat(world.run().ending()).as(when).isEqualTo(Ending.FAILED);
                    resume(world, expected, when);
                }
            }
        }
    }

    /** The quiet time is what was waited, whatever the clock says meanwhile. */
    @ParameterizedTest
    @ValueSource(longs = {-86_400, 86_400})
    void endsRightWhenTheClockJumps(long seconds) throws FailureException {
        Map<String, List<String>> expected = undisturbed(Server.MULTIAPPEND);
        Steps steps = Steps.endless();
        try (World world = world(Server.MULTIAPPEND, steps)) {
            world.target.faults().landLate(Duration.ofSeconds(5));
            world.target.faults().inFlight(2);
            world.target.faults().at(Faults.Point.ANSWER, 3).run(steps::die);
            world.target.faults().at(Faults.Point.ANSWER, 3).cut();
            assertThat(world.run().ending()).isEqualTo(Ending.FAILED);
            Instant before = world.clock.instant();
            Rests rests = world.rests;
            Instant[] jumped = {null};
            world.wall = new Wall(() -> jumped[0] == null ? world.clock.instant() : jumped[0]);
            world.rests = (time, wish) -> {
                rests.rest(time, wish);
                jumped[0] = world.clock.instant().plusSeconds(seconds);
            };
            resume(world, expected, "clock jumps by " + seconds + " s");
            assertThat(Duration.between(before, world.clock.instant()))
                    .as("late by 5 s, then quiet for 10 s, at the end once more")
                    .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
        }
    }

    private static final class Wall extends Clock {
        private final Supplier<Instant> now;

        Wall(Supplier<Instant> now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void twoDeathsInARowAreSettledToo() throws FailureException {
        Map<String, List<String>> expected = undisturbed(Server.MULTIAPPEND);
        long all = steps(Server.MULTIAPPEND);
        for (long step = 5; step <= all; step += 3) {
            try (World world = world(Server.MULTIAPPEND, new Steps(step, true))) {
                world.run();
                Steps second = new Steps(4, true);
                world.steps = second;
                world.target.faults().clear();
                for (Faults.Point point : WRITES) {
                    world.target.faults().every(point).run(() -> {
                        second.before();
                        second.after();
                    });
                }
                world.run();
                resume(world, expected, "second death after step " + step);
            }
        }
    }
}
