package org.mailwain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureException;
import org.mailwain.report.fixture.Samples;

/** A report of somebody else, changed here and there: it is read or refused, and nothing else. */
@Timeout(60)
class ReportFuzzTest {
    private static final String SIGNS = "{}[]\",:\\0-9e.ntf\u0001\u00FC ";
    private static final int TIMES = 150;

    @TempDir
    private Path top;

    @Test
    void brokenReportsAreRefusedAtMost() throws Exception {
        Path folder = Samples.write(Samples.rich(), top.resolve("r"));
        Path json = folder.resolve("report.json");
        Path items = folder.resolve("items/001-anna-adler-example-org.ndjson");
        String goodJson = Files.readString(json);
        String goodItems = Files.readString(items);
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < TIMES; i++) {
            Files.writeString(json, i % 2 == 0 ? broken(goodJson, random) : goodJson, StandardCharsets.UTF_8);
            Files.writeString(items, i % 2 == 0 ? goodItems : broken(goodItems, random), StandardCharsets.UTF_8);
            try {
                ReportReader reader = ReportReader.open(folder);
                reader.mailboxes(mailbox -> {
                    assertThat(mailbox.folders()).allMatch(sheet -> sheet.source() != null);
                    return true;
                });
                for (MailboxSheet mailbox : reader.mailbox(1).stream().toList()) {
                    reader.items(mailbox, item -> item.outcome() != null);
                    reader.items(mailbox, 3, 5);
                }
                read++;
            } catch (FailureException e) {
                assertThat(e.failure().code()).startsWith("report.");
            }
        }
        assertThat(read).isBetween(1, TIMES - 1);
    }

    private static String broken(String good, Random random) {
        StringBuilder text = new StringBuilder(good);
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(30));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 1 -> text.insert(at, SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 2 -> text.insert(at, text.substring(at, end));
                default -> text.delete(at, end);
            }
        }
        return text.toString();
    }
}
