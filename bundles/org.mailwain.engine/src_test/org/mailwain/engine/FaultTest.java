package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.api.batch.BatchLimits;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.api.provider.NameRules;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.tck.memory.Content;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryFailure;
import org.mailwain.tck.memory.MemoryOptions;

/** Connections break, servers throttle, close folders and go away; the process lives on. */
class FaultTest {
    static World sampled(MemoryOptions target) {
        World world = new World(target);
        MailboxJobTest.sample(world);
        return world;
    }

    static void holds(World world, String when) throws FailureException {
        assertThat(Differences.of(World.picture(world.target), World.picture(world.source)))
                .as(when)
                .isEmpty();
        assertThat(world.records().values())
                .as(when)
                .allMatch(FolderRecord::settled)
                .allMatch(r -> r.counts().balances());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MERGING")
    void goesOnWhenTheTargetHangsUpAnywhere(KillTest.Server server) throws FailureException {
        for (Faults.Point point : List.of(
                Faults.Point.OPEN,
                Faults.Point.FOLDERS,
                Faults.Point.STATE,
                Faults.Point.ENSURE,
                Faults.Point.APPEND,
                Faults.Point.BETWEEN,
                Faults.Point.ANSWER)) {
            for (long passage = 1; passage <= 12; passage++) {
                for (int late = 0; late <= 5; late += 5) {
                    String when = server + " " + point + " " + passage + " late " + late;
                    try (World world = sampled(server.options())) {
                        world.target.faults().landLate(Duration.ofSeconds(late));
                        world.target.faults().inFlight(3);
                        world.target.faults().at(point, passage).cut();
                        MailboxResult result = world.run();
                        assertThat(result.failure()).as(when).isNull();
                        holds(world, when);
                    }
                }
            }
        }
    }

    @Test
    void goesOnWhenTheSourceHangsUpAnywhere() throws FailureException {
        for (Faults.Point point : List.of(
                Faults.Point.OPEN,
                Faults.Point.FOLDERS,
                Faults.Point.LIST,
                Faults.Point.PAGE,
                Faults.Point.FETCH,
                Faults.Point.ITEM)) {
            for (long passage = 1; passage <= 40; passage++) {
                try (World world = sampled(MemoryOptions.IMAP)) {
                    world.source.faults().at(point, passage).cut();
                    world.run();
                    holds(world, point + " " + passage);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MERGING")
    void goesOnThroughManyBreaks(KillTest.Server server) throws FailureException {
        for (int seed = 1; seed <= Integer.getInteger("mailwain.seeds", 25); seed++) {
            try (World world = sampled(server.options())) {
                world.source.faults().sometimes(0.03, seed).cut();
                world.target.faults().sometimes(0.05, seed).cut();
                world.target.faults().inFlight(seed % 4);
                world.target.faults().landLate(Duration.ofSeconds(seed % 7));
                MailboxResult result = world.run();
                if (result.ending() != Ending.COMPLETED) {
                    world.source.faults().clear();
                    world.target.faults().clear();
                    world.run();
                }
                holds(world, server + " seed " + seed);
            }
        }
    }

    @Test
    void removesACopyThatLandsAfterItWasSentAgain() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP.multiAppend(4))) {
            world.target.faults().landLate(Duration.ofSeconds(25));
            world.target.faults().inFlight(8);
            world.target.faults().at(Faults.Point.ANSWER, 3).cut();
            world.limits = new BatchLimits(10, 1000, Duration.ofSeconds(20));
            world.run();
            world.clock.advance(Duration.ofMinutes(1));
            // what landed behind the back of the pass is found by whoever looks next
            world.target.faults().clear();
            world.source.deliver(FolderPath.INBOX, World.mail(900, "later"));
            world.run();
            holds(world, "late");
        }
    }

    @Test
    void listsADoubleThatItCannotRemove() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP.multiAppend(4).uidPlus(false))) {
            world.target.faults().landLate(Duration.ofSeconds(25));
            world.target.faults().at(Faults.Point.ANSWER, 3).cut();
            world.limits = new BatchLimits(10, 1000, Duration.ofSeconds(15));
            world.run();
            long doubled = world.records().values().stream()
                    .mapToLong(r -> r.counts().of(ItemMark.DOUBLED_BY_LATE_WRITE))
                    .sum();
            assertThat(doubled).isEqualTo(4);
            assertThat(world.notes(world.rows.getFirst())).hasSize(4);
        }
    }

    @Test
    void givesUpAMessageThatBreaksEveryConnection() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP.multiAppend(4))) {
            breakAt(world, "Message 7\r");
            MailboxResult result = world.run();
            assertThat(result.ending()).isEqualTo(Ending.WITH_ERRORS);
            assertThat(result.evidence().of(ItemOutcome.FAILED)).isEqualTo(1);
            assertThat(result.evidence().of(ItemOutcome.COPIED)).isEqualTo(31);
            assertThat(result.evidence().balances()).isTrue();
            assertThat(world.notes(world.rows.getFirst()))
                    .singleElement()
                    .satisfies(n -> assertThat(n.note().subject()).isEqualTo("Message 7"));
            world.target.faults().clear();
            assertThat(world.run().ending()).isEqualTo(Ending.COMPLETED);
            holds(world, "afterwards");
        }
    }

    /** A server that hangs up whenever it sees this text. */
    private static void breakAt(World world, String text) {
        world.target.faults().refuse((folder, item, content) -> {
            if (new String(content, StandardCharsets.ISO_8859_1).contains(text)) {
                FaultTest.<RuntimeException>hangUp();
            }
            return Optional.empty();
        });
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> void hangUp() throws E {
        throw (E) new FailureException(MemoryFailure.CUT.with("poison"));
    }

    @Test
    void settlesAnAnswerWithoutIds() throws FailureException {
        for (long answer = 1; answer <= 9; answer++) {
            try (World world = sampled(MemoryOptions.IMAP.multiAppend(4))) {
                world.target.faults().at(Faults.Point.ANSWER, answer).withoutIds();
                world.run();
                holds(world, "answer " + answer);
            }
        }
        try (World world = sampled(MemoryOptions.IMAP.multiAppend(4))) {
            world.target.faults().every(Faults.Point.ANSWER).withoutIds();
            world.run();
            holds(world, "never ids");
        }
    }

    @Test
    void obeysAServerThatWantsToBeLeftAlone() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP.multiAppend(4))) {
            world.target.faults().at(Faults.Point.APPEND, 3).throttle(Duration.ofMinutes(5));
            Instant before = world.clock.instant();
            world.run();
            holds(world, "throttled");
            assertThat(Duration.between(before, world.clock.instant())).isGreaterThanOrEqualTo(Duration.ofMinutes(5));
            assertThat(world.events).anyMatch(e -> e instanceof RunEvent.Waiting w && w.until() != null);
        }
    }

    @Test
    void failsWhenAServerStaysAway() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP)) {
            world.target.faults().every(Faults.Point.OPEN).fail(MemoryFailure.THROTTLED.with());
            MailboxResult result = world.run();
            assertThat(result.ending()).isEqualTo(Ending.FAILED);
            assertThat(result.failure().is(MemoryFailure.THROTTLED)).isTrue();
            world.target.faults().clear();
            world.clock.advance(Duration.ofHours(1));
            world.run();
            holds(world, "back again");
        }
    }

    @Test
    void stopsAtAMailboxThatIsFull() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP.multiAppend(4))) {
            RefusalTest.refuse(world, "Message 15\r", MemoryFailure.FULL.with());
            MailboxResult result = world.run();
            assertThat(result.ending()).isEqualTo(Ending.FAILED);
            assertThat(result.failure().is(MemoryFailure.FULL)).isTrue();
            world.target.faults().clear();
            world.run();
            holds(world, "with more room");
        }
    }

    @Test
    void leavesOutAFolderThatIsRefusedAndGoesOn() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP.multiAppend(4))) {
            RefusalTest.refuse(world, "Message 203\r", MemoryFailure.NO_FOLDER.with(FolderPath.of("Sent")));
            MailboxResult result = world.run();
            assertThat(result.ending()).isEqualTo(Ending.WITH_ERRORS);
            assertThat(result.failedFolders()).isEqualTo(1);
            assertThat(result.evidence().balances()).isTrue();
            world.target.faults().clear();
            world.run();
            holds(world, "allowed again");
        }
    }

    @Test
    void givesUpAboveTheErrorBudget() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP.multiAppend(4))) {
            world.limits = new BatchLimits(10, 3, Duration.ofSeconds(1));
            RefusalTest.refuse(world, "Subject: Message", MemoryFailure.REFUSED.with());
            MailboxResult result = world.run();
            assertThat(result.ending()).isEqualTo(Ending.FAILED);
            assertThat(result.failure().is(EngineFailure.ERROR_BUDGET)).isTrue();
        }
    }

    @Test
    void listsWhatCannotBeRead() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP)) {
            world.source
                    .faults()
                    .unreadable((folder, message) -> folder.equals(FolderPath.of("Sent"))
                            ? Optional.of(MemoryFailure.UNREADABLE.with())
                            : Optional.empty());
            MailboxResult result = world.run();
            assertThat(result.evidence().of(ItemOutcome.FAILED)).isEqualTo(5);
            assertThat(result.evidence().balances()).isTrue();
            world.source.faults().clear();
            world.run();
            holds(world, "readable again");
        }
    }

    @Test
    void saysWhichMessagesTheTargetChanged() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP.merging(true))) {
            MailboxResult result = world.run();
            Map<ItemMark, Long> marks = result.evidence().marks();
            assertThat(marks).containsEntry(ItemMark.MERGED_BY_TARGET, 2L);
            assertThat(result.evidence().balances()).isTrue();
            assertThat(world.run().copied()).isZero();
            List<FolderLedger.NotedItem> notes = world.notes(world.rows.getFirst());
            assertThat(notes).hasSize(2);
        }
    }

    @Test
    void namesWhatTheTargetKeepsLessOf() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP)) {
            world.to.with(
                    "anna@example.org", context -> new LossyWriter(world.target.open(context), world.clock.instant()));
            Instant future = Instant.parse("2037-01-01T00:00:00Z");
            for (int i = 0; i < 3; i++) {
                Flags flags = i == 0 ? Flags.NONE : Flags.of(List.of(SystemFlag.SEEN), List.of("Work"));
                world.source.deliver(
                        World.INBOX, Content.of(World.mail(600 + i, "x")), flags, i == 2 ? Instant.EPOCH : future);
            }
            MailboxResult result = world.run();
            assertThat(result.evidence().of(ItemMark.KEPT_LESS)).isEqualTo(3);
            assertThat(result.evidence().balances()).isTrue();
            assertThat(world.notes(world.rows.getFirst()))
                    .extracting(n -> n.note().failure().code())
                    .containsExactlyInAnyOrder(
                            EngineFailure.DATE_CHANGED.code(),
                            EngineFailure.DATE_CHANGED.code(),
                            EngineFailure.FLAGS_LESS.code());
            assertThat(world.run().copied()).isZero();
        }
    }

    @Test
    void countsEveryItemOfAFolderThatCannotBeMade() throws FailureException {
        try (World world = sampled(MemoryOptions.IMAP.names(noSent()))) {
            world.rules = new FolderRules(FolderRules.SpecialUseMapping.OFF, Optional.empty(), List.of(), true, false);
            MailboxResult result = world.run();
            assertThat(result.ending()).isEqualTo(Ending.WITH_ERRORS);
            assertThat(result.failedFolders()).isEqualTo(1);
            assertThat(result.evidence().of(ItemOutcome.FAILED)).isEqualTo(5);
            assertThat(result.evidence().balances()).isTrue();
            assertThat(world.notes(world.rows.getFirst())).hasSize(5);
        }
    }

    private static NameRules noSent() {
        NameRules plain = NameRules.delimitedBy("/");
        return new NameRules(plain.forbidden(), -1, -1, false, false, Set.of("sent"), plain.forbiddenStarts());
    }
}
