package org.mailwain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.progress.Cancel;
import org.mailwain.report.fixture.Markup;
import org.mailwain.report.fixture.Samples;

class BoundsTest {
    @TempDir
    Path top;

    @Test
    void aHundredThousandItemsInOneMailboxPassThroughASmallHeap() throws Exception {
        Path report = top.resolve("report");
        Path said = top.resolve("said");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx40m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Samples.class.getName(),
                report.toString(),
                "crowded");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(300, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();

        ReportReader reader = ReportReader.open(report);
        MailboxSheet mailbox = reader.mailbox(1).orElseThrow();
        assertThat(mailbox.items().count()).isEqualTo(100_000);
        assertThat(reader.items(mailbox, 99_999, 1).getFirst().subject()).isEqualTo("Scan 59999");
        for (Path page : Markup.pages(report)) {
            assertThat(Files.size(page)).isLessThan(1_500_000);
        }
        assertThat(Files.size(report.resolve(mailbox.page()))).isLessThan(50_000);
        assertThat(report.resolve("mailboxes/001-klara-example-org-failed-60.html"))
                .exists();
        assertThat(Manifest.verify(report, Cancel.NEVER).unaltered()).isTrue();
    }

    @Test
    void fiveHundredMailboxesOfNineteenFolders() throws Exception {
        Path report = Samples.write(Samples.many(500, 19), top.resolve("report"));
        ReportReader reader = ReportReader.open(report);
        long[] folders = new long[1];
        reader.mailboxes(mailbox -> {
            folders[0] += mailbox.folders().size();
            return true;
        });
        assertThat(folders[0]).isEqualTo(9_500);
        assertThat(Files.size(report.resolve("index.html"))).isLessThan(1_000_000);
    }
}
