package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.tck.memory.MemoryFailure;
import org.mailwain.tck.memory.MemoryOptions;

/** Messages that a target refuses: found among the others, named, mended where the batch allows it. */
class RefusalTest {
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MERGING")
    void findsTheOneMessageThatIsRefused(KillTest.Server server) throws FailureException {
        try (World world = FaultTest.sampled(server.options())) {
            refuse(world, "Message 7\r", MemoryFailure.REFUSED.with());
            MailboxResult result = world.run();
            assertThat(result.evidence().of(ItemOutcome.FAILED)).isEqualTo(1);
            assertThat(result.evidence().of(ItemOutcome.COPIED)).isEqualTo(31);
            assertThat(result.evidence().balances()).isTrue();
            assertThat(world.records().values()).allMatch(FolderRecord::settled);
            assertThat(world.notes(world.rows.getFirst())).singleElement().satisfies(n -> {
                assertThat(n.note().failure().is(MemoryFailure.REFUSED)).isTrue();
                assertThat(world.folder.resolve(n.note().original().orElseThrow()))
                        .hasBinaryContent(World.mail(7, "body 7"));
            });
            world.target.faults().clear();
            assertThat(world.run().copied()).isZero();
            world.retryFailed = true;
            assertThat(world.run().copied()).isEqualTo(1);
            FaultTest.holds(world, "retried");
        }
    }

    static void refuse(World world, String text, Failure why) {
        world.target
                .faults()
                .refuse((folder, item, content) -> new String(content, StandardCharsets.ISO_8859_1).contains(text)
                        ? Optional.of(why)
                        : Optional.empty());
    }

    @Test
    void repairsOnlyWhatIsRefused() throws FailureException {
        try (World world = FaultTest.sampled(MemoryOptions.IMAP.multiAppend(4))) {
            world.repairs = List.of("no-sevens");
            world.repairRules = List.of(new NoSevens(false));
            refuse(world, "Message 7\r", MemoryFailure.REFUSED.with());
            MailboxResult result = world.run();
            assertThat(result.ending()).isEqualTo(Ending.COMPLETED);
            assertThat(result.evidence().of(ItemOutcome.COPIED)).isEqualTo(32);
            assertThat(result.evidence().of(ItemMark.REPAIRED)).isEqualTo(1);
            assertThat(world.notes(world.rows.getFirst())).singleElement().satisfies(n -> {
                assertThat(n.note().repair()).contains("no-sevens");
                assertThat(world.folder.resolve(n.note().original().orElseThrow()))
                        .hasBinaryContent(World.mail(7, "body 7"));
            });
        }
    }

    @Test
    void namesTheCauseOfARefusalEvenWhereItMayNotBeMended() throws FailureException {
        try (World world = FaultTest.sampled(MemoryOptions.IMAP.multiAppend(4))) {
            world.repairRules = List.of(new NoSevens(false));
            refuse(world, "Message 7\r", MemoryFailure.REFUSED.with("Command Argument Error 11"));
            assertThat(world.run().evidence().of(ItemMark.REPAIRED)).isZero();
            assertThat(world.notes(world.rows.getFirst()))
                    .singleElement()
                    .satisfies(n -> assertThat(n.note().failure()).isEqualTo(MemoryFailure.REFUSED.with("seven")));
        }
    }

    @Test
    void mendsAheadOnlyWhatABatchAllows() throws FailureException {
        for (boolean allowed : new boolean[] {true, false}) {
            try (World world = FaultTest.sampled(MemoryOptions.IMAP.multiAppend(4))) {
                world.repairRules = List.of(new NoSevens(true));
                world.repairs = allowed ? List.of("no-sevens") : List.of();
                MailboxResult result = world.run();
                assertThat(result.evidence().of(ItemOutcome.COPIED)).isEqualTo(32);
                assertThat(result.evidence().of(ItemMark.REPAIRED)).isEqualTo(allowed ? 1 : 0);
                assertThat(world.notes(world.rows.getFirst()))
                        .allMatch(n -> n.note().failure().is(EngineFailure.REPAIRED_AHEAD)
                                && n.note().original().isPresent());
            }
        }
    }

    private record NoSevens(boolean ahead) implements RepairRule {
        @Override
        public String id() {
            return "no-sevens";
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Optional<Failure> flaw(Letter letter, Failure refusal) throws IOException {
            return text(letter).contains("Message 7\r")
                    ? Optional.of(MemoryFailure.REFUSED.with("seven"))
                    : Optional.empty();
        }

        private static String text(Letter letter) throws IOException {
            return new String(letter.body().open().readAllBytes(), StandardCharsets.ISO_8859_1);
        }

        @Override
        public Optional<Letter> repair(Letter letter, Failure refusal, BodyStore bodies)
                throws IOException, CancelledException {
            String text = text(letter);
            byte[] mended = text.replace("Message 7\r", "Message seven\r").getBytes(StandardCharsets.ISO_8859_1);
            return text.contains("Message 7\r")
                    ? Optional.of(letter.with(bodies.receive(new ByteArrayInputStream(mended), mended.length)))
                    : Optional.empty();
        }
    }
}
