package org.mailwain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.progress.Cancel;
import org.mailwain.report.fixture.FakeLedger;
import org.mailwain.report.fixture.SampleTexts;
import org.mailwain.report.fixture.Samples;

class SummaryTest {
    @TempDir
    Path top;

    private static String text(Path report) throws IOException {
        try (PDDocument document = Loader.loadPDF(report.resolve("summary.pdf").toFile())) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            for (var name : document.getPage(0).getResources().getFontNames()) {
                assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                        .isTrue();
            }
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void saysOnOnePageHowItStands() throws Exception {
        assertThat(text(Samples.write(Samples.unbalanced(), top.resolve("r"))))
                .contains("mass-1", "Does not balance: 3 folders in 1 mailbox", "1,881", "1,650")
                .contains("emil@example.org (Archive/2019, Archive/2020, target INBOX)");
    }

    @Test
    void ofManyThingsItSaysHowManyMore() throws Exception {
        FakeLedger ledger = new FakeLedger("b", BatchState.FAILED);
        for (int i = 0; i < 60; i++) {
            ledger.mailbox("user" + i + "@example.org", MailboxState.FAILED)
                    .failed(SampleTexts.failure("some.code-" + i, "x".repeat(300) + " " + "y ".repeat(300)));
        }
        assertThat(text(Samples.write(ledger, top.resolve("r")))).containsPattern("and \\d+ more: see index.html");
    }

    @Test
    void namesOfAllScriptsAreThereOrVisiblyReplaced() throws Exception {
        FakeLedger ledger = new FakeLedger("b", BatchState.FAILED);
        List.of(
                        "\u0418\u0432\u0430\u043D@\u043F\u0440\u0438\u043C\u0435\u0440.example",
                        "\u03B1\u03B2\u03B3@example.org",
                        "\u6587@example.org",
                        "zo\u00EB\u0304@example.org",
                        "\u05D0\u05D1@example.org",
                        "\uD83D\uDE80@example.org")
                .forEach(label -> ledger.mailbox(label, MailboxState.FAILED));
        assertThat(text(Samples.write(ledger, top.resolve("r"))))
                .contains("\u0418\u0432\u0430\u043D@\u043F\u0440\u0438\u043C\u0435\u0440.example")
                .contains("\u03B1\u03B2\u03B3@example.org", "[U+6587]@example.org", "[U+1F680]@example.org");
    }

    @Test
    void extremesFit() throws Exception {
        FakeLedger ledger = new FakeLedger("B".repeat(64), BatchState.SYNCED);
        ledger.mailbox("a".repeat(300), MailboxState.SYNCED)
                .add("INBOX", "INBOX")
                .copied(9_000_000_000_000L, Long.MAX_VALUE / 2)
                .took(1);
        BatchInfo.Side side = new BatchInfo.Side("n".repeat(200), "h".repeat(300) + ":993");
        BatchInfo info = new BatchInfo("Brand", List.of(), side, side, null, null);
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        Path report = new ReportWriter(List.of(), Locale.ENGLISH, clock)
                .write(ledger.ledger(), ledger.name(), info, top.resolve("r"), Cancel.NEVER);
        assertThat(text(report)).contains("9,000,000,000,000");
    }
}
