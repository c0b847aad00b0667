package org.mailwain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.report.fixture.FakeLedger;
import org.mailwain.report.fixture.FakeMailbox;
import org.mailwain.report.fixture.Samples;

class ReportWriterTest {
    @TempDir
    Path top;

    @Test
    void writesEveryKindOfFile() throws Exception {
        Path report = Samples.write(Samples.rich(), top.resolve("new/report"));
        assertThat(report).isEqualTo(top.resolve("new/report").toAbsolutePath());
        assertThat(names(report))
                .containsExactlyInAnyOrder(
                        "index.html",
                        "summary.pdf",
                        "report.json",
                        "manifest.json",
                        "items.csv",
                        "folders.csv",
                        "mailboxes.csv",
                        "items/001-anna-adler-example-org.ndjson",
                        "mailboxes/001-anna-adler-example-org.html",
                        "mailboxes/002-ben-bauer-example-org.html",
                        "mailboxes/003-c-cilie-m-ller-example.html",
                        "mailboxes/004-dora-example-org.html");
    }

    @Test
    void onlyItsOwnerReadsIt() throws Exception {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Path report = Samples.write(Samples.rich(), top.resolve("report"));
        try (Stream<Path> all = Files.walk(report)) {
            for (Path path : all.toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                        .as(path.toString())
                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------");
            }
        }
    }

    @Test
    void takesAnEmptyFolderAndNoOther() throws Exception {
        Path report = Files.createDirectory(top.resolve("report"));
        Samples.write(Samples.complete(), report);
        byte[] before = Files.readAllBytes(report.resolve("manifest.json"));
        assertThat(failure(() -> Samples.write(Samples.rich(), report)).is(ReportFailure.TAKEN))
                .isTrue();
        assertThat(Files.readAllBytes(report.resolve("manifest.json"))).isEqualTo(before);
        assertThat(names(top)).allMatch(name -> name.startsWith("report/"));
    }

    @Test
    void makesNoBatchThatIsNotThere() {
        ReportWriter writer = Samples.writer();
        Failure failure = failure(() -> writer.write(
                Samples.complete().ledger(), "other", Samples.info(), top.resolve("report"), Cancel.NEVER));
        assertThat(failure.is(ReportFailure.NO_BATCH)).isTrue();
        assertThat(top).isEmptyDirectory();
    }

    @Test
    void cancelledInTheMiddleOfItemsNothingStays() {
        CancelSource cancel = new CancelSource();
        FakeLedger ledger = new FakeLedger("b", BatchState.SYNCING);
        FakeMailbox mailbox = ledger.mailbox("a@example.org", MailboxState.SYNCING);
        mailbox.add("INBOX", "INBOX").notes(20_000, ItemOutcome.FAILED, i -> {
            if (i == 12_000) {
                cancel.request();
            }
            return Samples.item(i + 1, ItemOutcome.FAILED, "s", Samples.tooLarge(1));
        });
        assertThatThrownBy(() ->
                        Samples.writer().write(ledger.ledger(), "b", Samples.info(), top.resolve("report"), cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(top).isEmptyDirectory();
        assertThat(mailbox.isOpen()).isFalse();
    }

    @Test
    void brokenOffByTheLedgerNothingStays() {
        FakeLedger ledger = new FakeLedger("b", BatchState.SYNCING);
        ledger.mailbox("a@example.org", MailboxState.SYNCING)
                .add("INBOX", "INBOX")
                .notes(10, ItemOutcome.FAILED, i -> {
                    throw new IllegalStateException("broken ledger");
                });
        assertThatThrownBy(() -> Samples.write(ledger, top.resolve("report")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(top).isEmptyDirectory();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAFailure() throws Exception {
        Path file = Files.writeString(top.resolve("file"), "in the way");
        Failure failure = failure(() -> Samples.write(Samples.complete(), file.resolve("report")));
        assertThat(failure.code()).isIn("report.write", "report.taken");
    }

    @Test
    void mailboxesOfOneNameKeepTheirOwnFiles() throws Exception {
        FakeLedger ledger = new FakeLedger("b", BatchState.SYNCED);
        for (String label :
                List.of("A@example.org", "a@example.org", "a.@example.org", "\u6587@example.org", "..", "con")) {
            ledger.mailbox(label, MailboxState.QUEUED);
        }
        Path report = Samples.write(ledger, top.resolve("report"));
        assertThat(names(report).stream()
                        .filter(n -> n.startsWith("mailboxes/"))
                        .map(n -> n.toLowerCase(Locale.ROOT)))
                .hasSize(6)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("mailboxes/00[1-6]-[a-z0-9-]+\\.html"));
    }

    @Test
    void twoWritingsOfOneStateAreEqual() throws Exception {
        Path one = Samples.write(Samples.rich(), top.resolve("one"));
        Path two = Samples.write(Samples.rich(), top.resolve("two"));
        assertThat(Files.readString(two.resolve("manifest.json")))
                .isEqualTo(Files.readString(one.resolve("manifest.json")));
    }

    private interface Call {
        void run() throws Exception;
    }

    private static Failure failure(Call call) {
        try {
            call.run();
        } catch (FailureException e) {
            return e.failure();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("went well");
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> folder.relativize(f).toString().replace('\\', '/'))
                    .toList();
        }
    }
}
