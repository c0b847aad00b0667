package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.api.settings.Bytes;
import org.mailwain.engine.Difference.Kind;
import org.mailwain.engine.FolderVerdict.Proof;
import org.mailwain.engine.Verifier.Depth;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryFailure;
import org.mailwain.tck.memory.MemoryMessage;
import org.mailwain.tck.memory.MemoryOptions;

/** What the ledger explains, and what goes wrong while mailboxes are compared. */
class VerifierTroubleTest extends Comparing {
    @Test
    void theLedgerExplainsWhatFailed() throws FailureException {
        MailboxJobTest.sample(world);
        Failure refused = MemoryFailure.REFUSED.with();
        byte[] culprit = World.mail(7, "body 7");
        world.target
                .faults()
                .refuse((folder, item, content) ->
                        Arrays.equals(content, culprit) ? Optional.of(refused) : Optional.empty());
        world.run();

        FolderVerdict inbox = folder(verifyWithLedger(Depth.CONTENT), "INBOX");

        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.EXPLAINED, 1L));
        assertThat(inbox.good()).isTrue();
        Difference explained = of(Kind.EXPLAINED);
        assertThat(explained.reason().code()).isEqualTo(refused.code());
        assertThat(explained.subject()).isEqualTo("Message 7");
        assertThat(folder(verify(Depth.CONTENT), "INBOX").differences()).isEqualTo(Map.of(Kind.MISSING, 1L));
    }

    private static Filter largest(long size) {
        return new Filter(
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Bytes(size),
                1000,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void theLedgerExplainsWhatWasSkipped() throws FailureException {
        both(1);
        put(world.source, World.mail(2, "x".repeat(5000)));
        world.filter = largest(4000);
        world.run();

        MailboxVerdict filtered = verifyWithLedger(Depth.CONTENT);
        assertThat(folder(filtered, "INBOX").sourceItems()).isEqualTo(1);
        assertThat(differences).isEmpty();

        world.filter = Filter.DEFAULT;
        FolderVerdict inbox = folder(verifyWithLedger(Depth.CONTENT), "INBOX");
        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.EXPLAINED, 1L));
        assertThat(of(Kind.EXPLAINED).reason().is(EngineFailure.SKIPPED_SIZE)).isTrue();
    }

    @Test
    void whatWasBroughtOverCountsWhateverTheFilterSaysNow() throws FailureException {
        put(world.source, World.mail(2, "x".repeat(5000)));
        world.run();
        world.filter = largest(4000);

        FolderVerdict inbox = folder(verifyWithLedger(Depth.CONTENT), "INBOX");

        assertThat(inbox.same()).isEqualTo(1);
        assertThat(differences).isEmpty();
    }

    @Test
    void whatTheTargetLostIsMissingWhateverTheLedgerSays() throws FailureException {
        MailboxJobTest.sample(world);
        world.run();
        world.target.expunge(
                World.INBOX, world.target.messages(World.INBOX).get(3).id());

        FolderVerdict inbox = folder(verifyWithLedger(Depth.IDENTITY), "INBOX");

        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.MISSING, 1L));
    }

    @Test
    void aFolderThatIsNotListedFailsAlone() throws FailureException {
        MailboxJobTest.sample(world);
        copy(world);
        Failure broken = MemoryFailure.NO_FOLDER.with("x");
        world.target.faults().at(Faults.Point.LIST, 2).fail(broken);

        MailboxVerdict verdict = verify(Depth.CONTENT);

        assertThat(verdict.failure()).isNull();
        assertThat(verdict.good()).isFalse();
        assertThat(differences).isEmpty();
        assertThat(verdict.folders())
                .filteredOn(f -> f.failure() != null)
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.failure()).isEqualTo(broken);
                    assertThat(f.targetItems()).isEqualTo(-1);
                    assertThat(f.proof()).isEqualTo(Proof.NONE);
                    assertThat(f.good()).isFalse();
                });
    }

    @Test
    void whatTheSourceDoesNotGiveIsNotGood() throws FailureException {
        both(1, 2);
        world.source
                .faults()
                .unreadable((folder, message) ->
                        message.position() == 2 ? Optional.of(MemoryFailure.UNREADABLE.with()) : Optional.empty());

        FolderVerdict inbox = folder(verify(Depth.CONTENT), "INBOX");

        assertThat(inbox.good()).isFalse();
        assertThat(inbox.failure().is(MemoryFailure.UNREADABLE)).isTrue();
        assertThat(inbox.same()).isEqualTo(1);
        assertThat(inbox.of(Kind.MISSING)).isZero();
    }

    @Test
    void goesOnAfterLostConnections() throws FailureException {
        MailboxJobTest.sample(world);
        copy(world);
        world.source.faults().at(Faults.Point.PAGE, 2).cut();
        world.source.faults().at(Faults.Point.ITEM, 5).cut();
        world.target.faults().at(Faults.Point.ITEM, 9).cut();
        world.target.faults().at(Faults.Point.ITEM, 20).cut();

        MailboxVerdict verdict = verify(Depth.CONTENT);

        assertThat(verdict.good()).isTrue();
        assertThat(verdict.folders().stream().mapToLong(FolderVerdict::same).sum())
                .isEqualTo(32);
    }

    @Test
    void anItemThatCostsTheConnectionIsGivenUp() throws FailureException {
        both(1, 2, 3);
        world.source
                .faults()
                .unreadable((folder, message) ->
                        message.position() == 2 ? Optional.of(MemoryFailure.CUT.with("item")) : Optional.empty());

        FolderVerdict inbox = folder(verify(Depth.CONTENT), "INBOX");

        assertThat(inbox.failure().is(EngineFailure.LOSES_CONNECTION)).isTrue();
        assertThat(inbox.same()).isEqualTo(2);
    }

    @Test
    void comparesInLittleMemoryAndLeavesNothingBehind() throws FailureException, IOException {
        world.memory = 40_000;
        world.source.fill(World.INBOX, 1, 3000, 500);
        world.target.fill(World.INBOX, 1, 3000, 500);
        for (int i = 0; i < 700; i++) {
            put(world.source, World.mail(1, "equal"));
            put(world.target, World.mail(1, "equal"), Flags.of(SystemFlag.SEEN), DAY);
        }
        world.target.expunge(
                World.INBOX, world.target.messages(World.INBOX).get(1234).id());

        FolderVerdict inbox = folder(verify(Depth.CONTENT), "INBOX");

        assertThat(inbox.same()).isEqualTo(2999);
        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.MISSING, 1L, Kind.FLAGS, 700L));
        try (Stream<Path> left = Files.walk(world.folder.resolve(".mailwain"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void aMailboxThatCannotBeOpenedFails() throws FailureException {
        world.rows = new ArrayList<>(List.of(World.row("nobody")));

        MailboxVerdict verdict = verify(Depth.IDENTITY);

        assertThat(verdict.failure().code()).isEqualTo(MemoryFailure.SIGN_IN.code());
        assertThat(verdict.good()).isFalse();
    }

    @Test
    void endsAtACancel() throws FailureException {
        CancelSource cancel = new CancelSource();
        world.cancel = cancel;
        MailboxJobTest.sample(world);
        copy(world);
        world.source.faults().at(Faults.Point.ITEM, 3).run(cancel::request);
        world.source.faults().at(Faults.Point.ITEM, 3).hang();
        long began = System.nanoTime();

        assertThatThrownBy(() -> verify(Depth.CONTENT)).isInstanceOf(CancelledException.class);
        assertThat(System.nanoTime() - began).isLessThan(5_000_000_000L);
    }

    @Test
    void theLedgerExplainsWhatTheTargetMerged() throws FailureException {
        world.close();
        world = new World(MemoryOptions.IMAP.merging(true));
        put(world.source, World.mail(1, "twice"));
        put(world.source, World.mail(1, "twice"));
        world.run();

        FolderVerdict inbox = folder(verifyWithLedger(Depth.CONTENT), "INBOX");

        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.EXPLAINED, 1L));
        assertThat(of(Kind.EXPLAINED).reason().is(EngineFailure.MERGED)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Message 7", "body 7"})
    void theLedgerExplainsWhatWasRepaired(String wrong) throws FailureException {
        put(world.source, World.mail(7, "body 7"));
        put(world.source, World.mail(8, "body 8"));
        world.target
                .faults()
                .refuse((folder, item, content) -> new String(content, StandardCharsets.US_ASCII).contains(wrong)
                        ? Optional.of(MemoryFailure.REFUSED.with())
                        : Optional.empty());
        world.repairRules = List.of(new Blank(wrong));
        world.repairs = List.of("blank");
        world.run();

        MailboxVerdict verdict = verifyWithLedger(Depth.CONTENT);

        assertThat(verdict.good()).isTrue();
        assertThat(of(Kind.EXPLAINED).reason().is(EngineFailure.REPAIRED)).isTrue();
        assertThat(of(Kind.EXPLAINED).subject()).isEqualTo("Message 7");
        world.target.expunge(World.INBOX, message(wrong).id());
        assertThat(folder(verifyWithLedger(Depth.CONTENT), "INBOX").of(Kind.MISSING))
                .isEqualTo(1);
    }

    private MemoryMessage message(String without) {
        return world.target.messages(World.INBOX).stream()
                .filter(m -> !text(m).contains(without) && !text(m).contains("body 8"))
                .findFirst()
                .orElseThrow();
    }

    private static String text(MemoryMessage message) {
        return new String(message.content().bytes(), StandardCharsets.US_ASCII);
    }

    /** Puts one blank in place of a text. */
    private record Blank(String wrong) implements RepairRule {
        @Override
        public String id() {
            return "blank";
        }

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Optional<Failure> flaw(Letter letter, Failure refusal) {
            return Optional.empty();
        }

        @Override
        public Optional<Letter> repair(Letter letter, Failure refusal, BodyStore bodies)
                throws IOException, CancelledException {
            try (InputStream in = letter.body().open()) {
                String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
                byte[] mended = text.replace(wrong, " ").getBytes(StandardCharsets.US_ASCII);
                return Optional.of(letter.with(bodies.receive(new ByteArrayInputStream(mended), mended.length)));
            }
        }
    }
}
