package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.batch.RowOptions;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.contract.Steps;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryMailbox;
import org.mailwain.tck.memory.MemoryMessage;
import org.mailwain.tck.memory.MemoryOptions;

/** The ledger is lost or old, others write too, two sources lead to one mailbox. */
class LedgerTest {
    private static World sampled(KillTest.Server server) {
        World world = new World(server.options());
        MailboxJobTest.sample(world);
        return world;
    }

    private static void holds(World world, String when) throws FailureException {
        assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                .as(when)
                .isEmpty();
        balances(world, when);
    }

    private static void balances(World world, String when) throws FailureException {
        assertThat(world.records().values())
                .as(when)
                .allMatch(FolderRecord::settled)
                .allMatch(r -> r.counts().balances());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MERGING")
    void recognisesEverythingWhenTheLedgerIsLost(KillTest.Server server) throws FailureException {
        try (World world = sampled(server)) {
            world.run();
            world.loseLedger();
            MailboxResult result = world.run();
            assertThat(result.copied()).isZero();
            assertThat(result.evidence().of(ItemOutcome.ALREADY_THERE)).isEqualTo(32);
            holds(world, server.name());
            assertThat(world.run().copied()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MERGING")
    void recognisesWhatAnOldLedgerDoesNotKnow(KillTest.Server server) throws FailureException {
        for (int answers = 1; answers <= 9; answers += 2) {
            int when = answers;
            try (World world = sampled(server)) {
                Steps steps = Steps.endless();
                world.steps = steps;
                List<Path> saved = new ArrayList<>();
                world.target.faults().at(Faults.Point.ANSWER, when).run(() -> {
                    saved.add(world.saveLedger());
                    steps.check();
                });
                world.run();
                world.steps = null;
                if (saved.isEmpty()) {
                    continue;
                }
                world.restoreLedger(saved.getFirst());
                world.target.faults().clear();
                world.run();
                holds(world, server + " ledger from answer " + when);
                assertThat(world.run().copied()).isZero();
            }
        }
    }

    /** Somebody else's mail keeps coming into the same folders. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MERGING")
    void isNotConfusedByASecondWriter(KillTest.Server server) throws FailureException {
        long all;
        try (World world = sampled(server)) {
            disturb(world);
            world.run();
            all = world.target.faults().passed(Faults.Point.APPEND)
                    + world.target.faults().passed(Faults.Point.ANSWER);
        }
        for (long at = 1; at <= all; at++) {
            for (boolean cut : new boolean[] {true, false}) {
                String when = server + " at " + at + (cut ? " cut" : " killed");
                try (World world = sampled(server)) {
                    Steps steps = Steps.endless();
                    world.steps = steps;
                    disturb(world);
                    Faults.Point point = at % 2 == 0 ? Faults.Point.ANSWER : Faults.Point.BETWEEN;
                    if (!cut) {
                        world.target.faults().at(point, (at + 1) / 2).run(steps::die);
                    }
                    world.target.faults().at(point, (at + 1) / 2).cut();
                    world.run();
                    world.steps = null;
                    world.run();
                    Map<String, List<String>> ours = World.picture(world.target);
                    ours.replaceAll((folder, lines) ->
                            lines.stream().filter(line -> !line.contains("<99")).toList());
                    assertThat(Differences.of(ours, World.picture(world.source)))
                            .as(when)
                            .isEmpty();
                    balances(world, when);
                }
            }
        }
    }

    private static void disturb(World world) {
        int[] number = {9900};
        for (Faults.Point point : List.of(Faults.Point.APPEND, Faults.Point.BETWEEN, Faults.Point.ANSWER)) {
            world.target.faults().every(point).run(() -> {
                if (number[0] < 9960) {
                    world.target.deliver(World.INBOX, World.mail(number[0]++, "somebody else's"));
                }
            });
        }
    }

    @Test
    void keepsTwoSourcesOfOneMailboxApart() throws FailureException, InterruptedException {
        for (int round = 0; round < 5; round++) {
            try (World world = twoRows()) {
                both(world);
                together(world, "at once, round " + round);
            }
        }
    }

    @Test
    void settlesOneSourceWithoutTakingFromTheOther() throws FailureException, InterruptedException {
        for (long answer = 1; answer <= 12; answer++) {
            for (boolean late : new boolean[] {true, false}) {
                try (World world = twoRows()) {
                    Steps steps = Steps.endless();
                    world.steps = steps;
                    world.target.faults().landLate(Duration.ofSeconds(late ? 5 : 0));
                    world.target.faults().at(Faults.Point.ANSWER, answer).run(steps::die);
                    world.target.faults().at(Faults.Point.ANSWER, answer).cut();
                    world.run(world.rows.getFirst());
                    world.steps = null;
                    world.target.faults().clear();
                    // the other source comes first, while the first's appends are open
                    world.run(world.rows.getLast());
                    world.run(world.rows.getFirst());
                    together(world, "answer " + answer + (late ? " late" : ""));
                }
            }
        }
    }

    private static World twoRows() {
        World world = new World(MemoryOptions.IMAP.multiAppend(4));
        MailboxJobTest.sample(world);
        MemoryMailbox berta = new MemoryMailbox(MemoryOptions.IMAP.clock(world.clock));
        for (MemoryMessage message : world.source.messages(World.INBOX)) {
            berta.deliver(World.INBOX, message.content(), message.flags(), message.received());
        }
        world.from.with("berta", berta);
        world.rows =
                new ArrayList<>(List.of(World.row("anna"), World.row("berta", "anna@example.org", RowOptions.NONE)));
        return world;
    }

    private static void both(World world) throws FailureException, InterruptedException {
        try (Engine engine = world.engine();
                Ledger ledger = world.ledger()) {
            List<Thread> threads = new ArrayList<>();
            for (MailboxRow row : world.rows) {
                threads.add(Thread.ofPlatform()
                        .start(() -> world.job(engine, row, ledger).run()));
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    /** Every message of the inbox stands there twice, once for each source. */
    private static void together(World world, String when) throws FailureException {
        Map<String, List<String>> expected = World.picture(world.source);
        List<String> inbox = new ArrayList<>(expected.get("INBOX"));
        inbox.addAll(expected.get("INBOX"));
        expected.put("INBOX", inbox);
        assertThat(Differences.of(World.picture(world.target), expected))
                .as(when)
                .isEmpty();
        for (MailboxRow row : world.rows) {
            assertThat(world.records(row).values())
                    .as(when)
                    .allMatch(r -> r.counts().balances());
            assertThat(world.run(row).copied()).as(when).isZero();
        }
    }

    @Test
    void doesNotWorkOnARowWithoutATarget() throws FailureException {
        try (World world = new World()) {
            MailboxRow row = new MailboxRow(
                    1,
                    Optional.empty(),
                    "anna",
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    MailboxRow.Person.UNKNOWN,
                    RowOptions.NONE,
                    Map.of());
            assertThat(world.run(row).failure().is(EngineFailure.UNMATCHED)).isTrue();
        }
    }
}
