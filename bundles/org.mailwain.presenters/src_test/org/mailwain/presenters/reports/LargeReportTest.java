package org.mailwain.presenters.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Far more items than there is memory for. {@code -Dmailwain.report.items=10000} makes it five million, for which the heap
 * is what {@code -Dmailwain.report.heap} says.
 */
class LargeReportTest {
    private static final int MAILBOXES = 500;
    private static final int ITEMS = Integer.getInteger("mailwain.report.items", 300);
    private static final String HEAP = System.getProperty("mailwain.report.heap", "32m");

    @TempDir
    private Path folder;

    @Test
    void aReportIsOpenedFilteredAndPagedInASmallHeap() throws Exception {
        Path said = folder.resolve("said");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargeReport.class.getName(),
                        folder.resolve("report").toString(),
                        String.valueOf(MAILBOXES),
                        String.valueOf(ITEMS)))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        boolean ended = process.waitFor(8, TimeUnit.MINUTES);
        process.destroyForcibly();
        String output = Files.readString(said);
        assertThat(ended).as(output).isTrue();
        assertThat(process.waitFor()).as(output).isZero();
        System.out.println(output);
        long all = (long) MAILBOXES * ITEMS;
        long bad = (long) MAILBOXES * ((ITEMS - 8) / LargeReport.BAD_EACH + 1);
        assertThat(output)
                .contains(
                        "opened 500 in",
                        "filtered all " + all + " in",
                        "filtered persons " + bad + " in",
                        "filtered words " + all + " in",
                        "filtered old " + (ITEMS - ITEMS / 2) + " in",
                        "paged all 60 in",
                        "paged persons 60 in",
                        "paged words 60 in",
                        "paged old 60 in");
    }
}
