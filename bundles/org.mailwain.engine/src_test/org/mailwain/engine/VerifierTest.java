package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderRule;
import org.mailwain.api.folder.FolderRules;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.Traits;
import org.mailwain.api.provider.Traits.Fidelity;
import org.mailwain.api.settings.Bytes;
import org.mailwain.engine.Difference.Kind;
import org.mailwain.engine.FolderVerdict.Proof;
import org.mailwain.engine.Verifier.Depth;
import org.mailwain.ledger.Ledger;
import org.mailwain.tck.memory.Content;
import org.mailwain.tck.memory.Faults;
import org.mailwain.tck.memory.MemoryFailure;
import org.mailwain.tck.memory.MemoryMailbox;
import org.mailwain.tck.memory.MemoryMessage;
import org.mailwain.tck.memory.MemoryOptions;

class VerifierTest {
    private static final Instant DAY = Instant.parse("2024-01-01T00:00:00Z");

    private World world = new World();
    private final List<Difference> differences = new ArrayList<>();

    @AfterEach
    void leave() {
        world.close();
    }

    private MailboxVerdict verify(Depth depth) throws FailureException {
        differences.clear();
        try (Engine engine = world.engine()) {
            return verify(engine, depth, null);
        }
    }

    private MailboxVerdict verifyWithLedger(Depth depth) throws FailureException {
        differences.clear();
        try (Engine engine = world.engine();
                Ledger ledger = world.ledger()) {
            return verify(engine, depth, ledger);
        }
    }

    private MailboxVerdict verify(Engine engine, Depth depth, Ledger ledger) throws CancelledException {
        return new Verifier(engine, world.batch(), world.logins(), ledger, depth, world.events::add, world.cancel)
                .verify(world.rows.getFirst(), differences::add);
    }

    private static FolderVerdict folder(MailboxVerdict verdict, String name) {
        assertThat(verdict.failure()).isNull();
        return verdict.folders().stream()
                .filter(f -> f.target().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void put(MemoryMailbox mailbox, byte[] message) {
        put(mailbox, message, Flags.NONE, DAY);
    }

    private static void put(MemoryMailbox mailbox, byte[] message, Flags flags, Instant received) {
        mailbox.deliver(World.INBOX, Content.of(message), flags, received);
    }

    private static void copy(World world) {
        for (Folder folder : world.source.folders()) {
            for (MemoryMessage message : world.source.messages(folder.path())) {
                world.target.deliver(folder.path(), message.content(), message.flags(), message.received());
            }
        }
    }

    private void both(int... numbers) {
        for (int number : numbers) {
            put(world.source, World.mail(number, "body"));
            put(world.target, World.mail(number, "body"));
        }
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void samePairsAreGood(Depth depth) throws FailureException {
        MailboxJobTest.sample(world);
        copy(world);

        MailboxVerdict verdict = verify(depth);

        assertThat(verdict.good()).isTrue();
        assertThat(differences).isEmpty();
        FolderVerdict inbox = folder(verdict, "INBOX");
        assertThat(inbox.sourceItems()).isEqualTo(26);
        assertThat(inbox.targetItems()).isEqualTo(26);
        assertThat(inbox.same()).isEqualTo(26);
        assertThat(inbox.proof()).isEqualTo(depth == Depth.CONTENT ? Proof.CONTENT : Proof.SIZE);
        assertThat(inbox.sources()).containsExactly(World.INBOX);
        assertThat(verdict.folders()).extracting(f -> f.target().toString()).isSorted();
    }

    @Test
    void changesNothing() throws FailureException {
        MailboxJobTest.sample(world);
        put(world.target, World.mail(900, "theirs"));
        Map<String, List<String>> source = World.picture(world.source);
        Map<String, List<String>> target = World.picture(world.target);

        verify(Depth.CONTENT);

        assertThat(World.picture(world.source)).isEqualTo(source);
        assertThat(World.picture(world.target)).isEqualTo(target);
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void tellsWhatIsMissingAndWhatIsExtra(Depth depth) throws FailureException {
        both(1, 2, 3);
        put(world.source, World.mail(4, "lost"));
        put(world.target, World.mail(5, "theirs"));

        MailboxVerdict verdict = verify(depth);

        FolderVerdict inbox = folder(verdict, "INBOX");
        assertThat(verdict.good()).isFalse();
        assertThat(inbox.same()).isEqualTo(3);
        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.MISSING, 1L, Kind.EXTRA, 1L));
        Difference missing = of(Kind.MISSING);
        assertThat(missing.subject()).isEqualTo("Message 4");
        assertThat(missing.sourceItem()).isEqualTo(last(world.source).id());
        assertThat(missing.size()).isEqualTo(World.mail(4, "lost").length);
        assertThat(missing.received()).isEqualTo(DAY);
        assertThat(missing.targetItem()).isNull();
        Difference extra = of(Kind.EXTRA);
        assertThat(extra.subject()).isEqualTo("Message 5");
        assertThat(extra.sourceFolder()).isNull();
        assertThat(extra.targetItem()).isEqualTo(last(world.target).id());
    }

    private Difference of(Kind kind) {
        return differences.stream().filter(d -> d.kind() == kind).findFirst().orElseThrow();
    }

    private static MemoryMessage last(MemoryMailbox mailbox) {
        return mailbox.messages(World.INBOX).getLast();
    }

    @Test
    void extraAloneIsGood() throws FailureException {
        both(1);
        put(world.target, World.mail(5, "theirs"));
        world.target.deliver(FolderPath.of("Theirs"), World.mail(6, "theirs"));

        MailboxVerdict verdict = verify(Depth.CONTENT);

        assertThat(verdict.good()).isTrue();
        assertThat(verdict.folders()).extracting(f -> f.target().toString()).containsExactly("INBOX");
    }

    @Test
    void findsOneByteThatIsAnother() throws FailureException {
        both(1);
        put(world.source, World.mail(2, "body A"));
        put(world.target, World.mail(2, "body B"));

        assertThat(verify(Depth.IDENTITY).good()).isTrue();
        MailboxVerdict verdict = verify(Depth.CONTENT);

        assertThat(verdict.good()).isFalse();
        assertThat(folder(verdict, "INBOX").differences()).isEqualTo(Map.of(Kind.CONTENT, 1L));
        Difference altered = of(Kind.CONTENT);
        assertThat(altered.source()).hasSize(64).isNotEqualTo(altered.target());
        assertThat(altered.target()).hasSize(64);
        assertThat(altered.subject()).isEqualTo("Message 2");
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void findsAnotherSize(Depth depth) throws FailureException {
        put(world.source, World.mail(2, "body"));
        put(world.target, World.mail(2, "body and more"));

        MailboxVerdict verdict = verify(depth);

        assertThat(verdict.good()).isFalse();
        assertThat(folder(verdict, "INBOX").differences()).isEqualTo(Map.of(Kind.SIZE, 1L));
        assertThat(of(Kind.SIZE).source()).isEqualTo("" + World.mail(2, "body").length);
        assertThat(of(Kind.SIZE).target()).isEqualTo("" + World.mail(2, "body and more").length);
    }

    @Test
    void tellsFlagsAndDates() throws FailureException {
        put(world.source, World.mail(1, "flags"), Flags.of(SystemFlag.SEEN), DAY);
        put(world.target, World.mail(1, "flags"), Flags.of(List.of(), List.of("$Label")), DAY);
        put(world.source, World.mail(2, "date"), Flags.NONE, DAY);
        put(world.target, World.mail(2, "date"), Flags.NONE, DAY.plusSeconds(60));
        put(world.source, World.mail(3, "case"), Flags.of(List.of(), List.of("$label")), DAY.plusMillis(10));
        put(world.target, World.mail(3, "case"), Flags.of(List.of(), List.of("$LABEL")), DAY.plusMillis(20));

        MailboxVerdict verdict = verify(Depth.CONTENT);

        assertThat(verdict.good()).isTrue();
        FolderVerdict inbox = folder(verdict, "INBOX");
        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.FLAGS, 1L, Kind.DATE, 1L));
        assertThat(inbox.same()).isEqualTo(1);
        assertThat(of(Kind.FLAGS).source()).isEqualTo("\\Seen");
        assertThat(of(Kind.FLAGS).target()).isEqualTo("$label");
        assertThat(of(Kind.DATE).target()).isEqualTo("2024-01-01T00:01:00Z");
    }

    @ParameterizedTest
    @EnumSource(Depth.class)
    void countsEqualMessages(Depth depth) throws FailureException {
        both(1, 1);
        put(world.source, World.mail(2, "twice"));
        put(world.source, World.mail(2, "twice"));
        put(world.target, World.mail(2, "twice"));
        put(world.source, World.mail(3, "once"));
        put(world.target, World.mail(3, "once"));
        put(world.target, World.mail(3, "once"));

        FolderVerdict inbox = folder(verify(depth), "INBOX");

        assertThat(inbox.same()).isEqualTo(4);
        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.MISSING, 1L, Kind.EXTRA, 1L));
        assertThat(of(Kind.MISSING).subject()).isEqualTo("Message 2");
    }

    @Test
    void weakHeadersAreToldByContent() throws FailureException {
        put(world.source, World.weak("one"));
        put(world.source, World.weak("two"));
        put(world.target, World.weak("two"));
        put(world.target, World.weak("six"));

        FolderVerdict inbox = folder(verify(Depth.IDENTITY), "INBOX");

        assertThat(inbox.same()).isEqualTo(1);
        assertThat(inbox.differences()).isEqualTo(Map.of(Kind.MISSING, 1L, Kind.EXTRA, 1L));
    }

    @Test
    void comparesNoContentWhereTheTargetRewrites() throws FailureException {
        world.close();
        world = new World(MemoryOptions.IMAP.with(t -> new Traits(
                Fidelity.LOOSE,
                Fidelity.LOOSE,
                t.dedupes(),
                t.perAppend(),
                t.pipelining(),
                t.answersIds(),
                t.removes(),
                t.flagsAfterAppend(),
                t.changes(),
                t.ownKeys(),
                t.itemLimit(),
                t.names())));
        put(world.source, World.mail(2, "body"));
        put(world.target, World.mail(2, "body, rewritten"));

        MailboxVerdict verdict = verify(Depth.CONTENT);

        assertThat(verdict.good()).isTrue();
        assertThat(folder(verdict, "INBOX").proof()).isEqualTo(Proof.IDENTITY);
        assertThat(folder(verdict, "INBOX").same()).isEqualTo(1);
    }

    @Test
    void severalFoldersIntoOneAreOneVerdict() throws FailureException {
        FolderRules plain = FolderRules.DEFAULT;
        world.rules = new FolderRules(
                plain.specialUse(),
                plain.root(),
                List.of(new FolderRule("A", Optional.of("All")), new FolderRule("B", Optional.of("All"))),
                plain.subscriptions(),
                plain.repair());
        world.source.deliver(FolderPath.of("A"), Content.of(World.mail(1, "both")), Flags.NONE, DAY);
        world.source.deliver(FolderPath.of("B"), Content.of(World.mail(1, "both")), Flags.NONE, DAY);
        world.source.deliver(FolderPath.of("B"), Content.of(World.mail(2, "b")), Flags.NONE, DAY);
        world.target.deliver(FolderPath.of("All"), Content.of(World.mail(1, "both")), Flags.NONE, DAY);
        world.target.deliver(FolderPath.of("All"), Content.of(World.mail(2, "b")), Flags.NONE, DAY);

        FolderVerdict all = folder(verify(Depth.CONTENT), "All");

        assertThat(all.sources()).containsExactly(FolderPath.of("A"), FolderPath.of("B"));
        assertThat(all.sourceItems()).isEqualTo(3);
        assertThat(all.same()).isEqualTo(2);
        assertThat(all.differences()).isEqualTo(Map.of(Kind.MISSING, 1L));
    }

    @Test
    void folderThatIsNotOnTheTargetIsMissing() throws FailureException {
        world.source.deliver(FolderPath.of("Gone"), World.mail(1, "gone"));
        world.source.deliver(FolderPath.of("Gone"), World.mail(2, "gone"));

        FolderVerdict gone = folder(verify(Depth.IDENTITY), "Gone");

        assertThat(gone.targetItems()).isZero();
        assertThat(gone.of(Kind.MISSING)).isEqualTo(2);
        assertThat(differences).allMatch(d -> d.sourceFolder().equals(FolderPath.of("Gone")));
    }

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
    void subjectsAreDecoded() throws FailureException {
        byte[] message =
                "Message-ID: <1@x>\r\nDate: now\r\nFrom: a\r\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\r\nx\r\n"
                        .getBytes(StandardCharsets.US_ASCII);
        put(world.source, message);

        verify(Depth.IDENTITY);

        assertThat(of(Kind.MISSING).subject()).isEqualTo("Grüße");
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
}
