package org.mailwain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.LeftOut;
import org.mailwain.report.fixture.Samples;

class ReportReaderTest {
    @TempDir
    Path top;

    private Path folder;

    @BeforeEach
    void write() throws Exception {
        folder = Samples.write(Samples.rich(), top.resolve("report"));
    }

    @Test
    void readsTheHeadAsItWasWritten() throws Exception {
        Report report = ReportReader.open(folder).report();
        assertThat(report.batch()).isEqualTo("pilot-marketing");
        assertThat(report.state()).isEqualTo(BatchState.SYNCED_WITH_ERRORS);
        assertThat(report.info()).isEqualTo(Samples.info());
        assertThat(report.mailboxes()).isEqualTo(4);
        assertThat(report.states()).containsEntry(MailboxState.SYNCED, 2);
        assertThat(report.figures().verdict()).isEqualTo(Verdict.UNFINISHED);
        assertThat(report.figures().counts().listed()).isEqualTo(88_671);
        assertThat(report.figures().counts().balances()).isTrue();
        assertThat(report.figures().target().standing()).isEqualTo(88_696);
        assertThat(report.causes().getFirst().kind()).isNull();
        assertThat(report.causes().getFirst().code()).isEqualTo("sample.sign-in");
    }

    @Test
    void readsMailboxesOneByOne() throws Exception {
        ReportReader reader = ReportReader.open(folder);
        List<MailboxSheet> mailboxes = new ArrayList<>();
        reader.mailboxes(mailboxes::add);
        assertThat(mailboxes).extracting(MailboxSheet::number).containsExactly(1, 2, 3, 4);
        MailboxSheet anna = mailboxes.getFirst();
        assertThat(reader.mailbox(1)).contains(anna);
        assertThat(reader.mailbox(5)).isEmpty();
        assertThat(anna.entry().state()).isEqualTo(MailboxState.SYNCED);
        assertThat(anna.folders())
                .extracting(f -> f.source().toString())
                .containsExactly("INBOX", "Drafts", "Projekte/2024/Gr\u00FC\u00DFe & <Co>", "Sent");
        FolderSheet inbox = anna.folders().getFirst();
        assertThat(inbox.balance()).isEqualTo(Balance.BALANCED);
        assertThat(inbox.counts().of(ItemOutcome.ALREADY_THERE)).isEqualTo(1_204);
        assertThat(inbox.noted(NoteKind.FAILED)).isEqualTo(3);
        assertThat(inbox.items()).isEqualTo(9);
        assertThat(inbox.proofs()).containsExactly(CopyProof.SIZE);
        assertThat(anna.folders().get(3).proofs()).containsExactlyInAnyOrder(CopyProof.SIZE_BAND, CopyProof.PRESENCE);
        assertThat(anna.targets()).hasSize(4);
        assertThat(anna.leftOut()).extracting(LeftOut::items).containsExactly(-1L, 12L);
        assertThat(anna.leftOut().getLast().reason().code()).isEqualTo("sample.over-limit");
        assertThat(mailboxes.get(3).figures().listed()).isFalse();
        assertThat(mailboxes.get(2).entry().failure().code()).isEqualTo("sample.sign-in");
        List<MailboxSheet> first = new ArrayList<>();
        reader.mailboxes(mailbox -> {
            first.add(mailbox);
            return false;
        });
        assertThat(first).hasSize(1);
    }

    @Test
    void readsItemsWithTheirOddTexts() throws Exception {
        ReportReader reader = ReportReader.open(folder);
        MailboxSheet anna = reader.mailbox(1).orElseThrow();
        List<ReportedItem> items = new ArrayList<>();
        reader.items(anna, items::add);
        assertThat(items).hasSize(11);
        assertThat(items)
                .extracting(ReportedItem::subject)
                .contains(Samples.SCRIPT, Samples.FORMULA, Samples.TURNED, Samples.LINES, Samples.EMOJI, Samples.NUL)
                .contains("half \uFFFD surrogate \uFFFD twice");
        ReportedItem large = items.getFirst();
        assertThat(large.id()).isEqualTo("11");
        assertThat(large.failure()).isEqualTo(Samples.tooLarge(61_000_000));
        assertThat(large.failure().arguments().getFirst()).isEqualTo(new Argument.Size(61_000_000));
        assertThat(items)
                .filteredOn(i -> i.repair().isPresent())
                .singleElement()
                .extracting(i -> i.original().orElse(""))
                .isEqualTo(".mailwain/originals/0001/15.eml");
        assertThat(items).filteredOn(ReportedItem::left).hasSize(1);
    }

    @Test
    void everyLineOfItemsIsOneAsciiSafeObject() throws Exception {
        String raw =
                Files.readString(folder.resolve("items/001-anna-adler-example-org.ndjson"), StandardCharsets.UTF_8);
        assertThat(raw.lines()).hasSize(11).allMatch(line -> line.startsWith("{\"") && line.endsWith("}"));
        assertThat(raw).doesNotContain("\u2028", "\u202E", "\u0000", "\u009B").contains("\\u2028", "\\u202E");
    }

    @Test
    void findsAPieceOfManyItems() throws Exception {
        Path crowded = Samples.write(Samples.crowded(10_000), top.resolve("crowded"));
        ReportReader reader = ReportReader.open(crowded);
        MailboxSheet mailbox = reader.mailbox(1).orElseThrow();
        assertThat(mailbox.items().count()).isEqualTo(10_000);
        assertThat(mailbox.items().offsets()).hasSize(10);
        FolderSheet big = mailbox.folders().getFirst();
        FolderSheet second = mailbox.folders().get(1);
        assertThat(second.firstItem()).isEqualTo(big.items());
        List<ReportedItem> piece = reader.items(mailbox, second.firstItem() + 2_345, 3);
        assertThat(piece).extracting(ReportedItem::subject).containsExactly("Scan 2345", "Scan 2346", "Scan 2347");
        assertThat(reader.items(mailbox, 9_998, 50)).hasSize(2);
        assertThat(reader.items(mailbox, 10_000, 5)).isEmpty();
        assertThat(reader.items(mailbox, -1, 5)).isEmpty();
        assertThat(reader.items(mailbox, 0, 0)).isEmpty();
    }

    @Test
    void sameFailuresForWhatIsNoReport() throws Exception {
        assertThat(failure(top).is(ReportFailure.NOT_A_REPORT)).isTrue();
        Path json = folder.resolve("report.json");
        String good = Files.readString(json);
        for (String bad : List.of(
                "",
                "[]",
                "{}",
                "{\"format\":\"other\",\"mailboxes\":[]}",
                good.substring(0, 300),
                good.replaceFirst("\"figures\":\\{", "\"figures\":["),
                good.replaceFirst("\"verdict\":\"unfinished\"", "\"verdict\":\"splendid\""),
                good.replaceFirst("\"mailboxCount\":4", "\"mailboxCount\":99999999999"),
                good.replaceFirst("\"written\":\"", "\"written\":\"x"),
                "{\"format\":" + "[".repeat(5_000))) {
            Files.writeString(json, bad);
            assertThat(failure(folder).is(ReportFailure.DAMAGED))
                    .as(bad.length() > 90 ? "long" : bad)
                    .isTrue();
        }
        Files.writeString(json, good.replaceFirst("\"version\":1", "\"version\":2"));
        assertThat(failure(folder).is(ReportFailure.NEWER)).isTrue();
    }

    @Test
    void fieldsOfLaterVersionsArePassedOver() throws Exception {
        Path json = folder.resolve("report.json");
        Files.writeString(json, Files.readString(json).replaceFirst("\\{", "{\"later\":{\"x\":[1,{}]},"));
        assertThat(ReportReader.open(folder).report().batch()).isEqualTo("pilot-marketing");
    }

    @Test
    void noNameInItLeadsOutOfItsFolder() throws Exception {
        Files.writeString(top.resolve("secret"), "{}");
        Path json = folder.resolve("report.json");
        String good = Files.readString(json);
        for (String name : List.of("../secret", "/etc/passwd", ".", "items", "items/../../secret", "")) {
            Files.writeString(
                    json, good.replace("items/001-anna-adler-example-org.ndjson", name.replace("\\", "\\\\")));
            ReportReader reader = ReportReader.open(folder);
            MailboxSheet anna = reader.mailbox(1).orElseThrow();
            assertThat(failing(() -> reader.items(anna, 0, 1)).is(ReportFailure.DAMAGED))
                    .as(name)
                    .isTrue();
        }
        Files.writeString(json, good.replace("items/001-anna-adler-example-org.ndjson", "link"));
        Files.createSymbolicLink(folder.resolve("link"), top.resolve("secret"));
        ReportReader reader = ReportReader.open(folder);
        MailboxSheet anna = reader.mailbox(1).orElseThrow();
        assertThat(failing(() -> reader.items(anna, 0, 1)).is(ReportFailure.DAMAGED))
                .isTrue();
    }

    private static Failure failure(Path folder) {
        return failing(() -> ReportReader.open(folder));
    }

    private interface Call {
        void run() throws FailureException;
    }

    private static Failure failing(Call call) {
        try {
            call.run();
        } catch (FailureException e) {
            return e.failure();
        }
        throw new AssertionError("went well");
    }
}
