package org.mailwain.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.report.fixture.Samples;

class SpreadsheetTest {
    @TempDir
    Path top;

    private static List<CSVRecord> read(Path file) throws IOException {
        String text = Files.readString(file);
        assertThat(text).startsWith("\uFEFF");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        return format.parse(new StringReader(text.substring(1))).getRecords();
    }

    @Test
    void itemsCanBeOpenedWithoutHarm() throws Exception {
        List<CSVRecord> items =
                read(Samples.write(Samples.rich(), top.resolve("r")).resolve("items.csv"));
        assertThat(items).hasSize(11).allMatch(CSVRecord::isConsistent);
        for (CSVRecord item : items) {
            assertThat(item.toList())
                    .allMatch(cell -> !cell.matches("(?s)\\s*[=+\\-@\\t\\r].*")
                            && cell.lines().count() <= 1);
        }
        CSVRecord formula = items.get(2);
        assertThat(formula.get("Subject")).isEqualTo("'" + Samples.FORMULA);
        assertThat(formula.get("Mailbox")).isEqualTo("anna.adler@example.org");
        assertThat(formula.get("Folder")).isEqualTo("INBOX");
        assertThat(formula.get("UID")).isEqualTo("13");
        assertThat(formula.get("Sender")).isEqualTo("Bernd Beispiel <bernd@example.org>");
        assertThat(formula.get("Date")).isEqualTo("Tue, 3 Feb 2026 10:11:12 +0100");
        assertThat(formula.get("Received")).isEqualTo("2026-02-03T09:11:13Z");
        assertThat(formula.get("Size in bytes")).isEqualTo("172830");
        assertThat(formula.get("Code")).isEqualTo("sample.refused");
        assertThat(formula.get("Reason")).isEqualTo("The server refused the message: NO [CANNOT] Message contains NUL");
        assertThat(formula.get("What to do")).startsWith("Allow the repair rule");
        assertThat(formula.get("Tried again")).isEqualTo("yes");
    }

    @Test
    void foldersHoldTheEvidenceOfBothSides() throws Exception {
        List<CSVRecord> folders =
                read(Samples.write(Samples.unbalanced(), top.resolve("r")).resolve("folders.csv"));
        assertThat(folders).allMatch(CSVRecord::isConsistent);
        CSVRecord short3 = folders.get(1);
        assertThat(short3.get("Folder")).isEqualTo("Archive/2019");
        assertThat(short3.get("Balance")).isEqualTo("NOT BALANCED");
        assertThat(short3.get("Listed")).isEqualTo("1003");
        assertThat(short3.get("copied")).isEqualTo("1000");
        CSVRecord target = folders.get(3);
        assertThat(target.get("Side")).isEqualTo("target");
        assertThat(target.get("Stands there")).isEqualTo("499");
        assertThat(target.get("Ours")).isEqualTo("500");
        assertThat(short3.get("Copies shown by")).isEqualTo("exact size");
        assertThat(target.get("Copies shown by")).isEmpty();
        assertThat(folders)
                .filteredOn(f -> f.get("Folder").equals("Lists"))
                .singleElement()
                .matches(f ->
                        f.get("Listed").equals("not listed") && f.get("copied").isEmpty());
    }

    @Test
    void foldersThatWereLeftOutStandThereWithTheirReason() throws Exception {
        List<CSVRecord> folders =
                read(Samples.write(Samples.rich(), top.resolve("r")).resolve("folders.csv"));
        assertThat(folders).allMatch(CSVRecord::isConsistent);
        List<CSVRecord> left = folders.stream()
                .filter(folder -> folder.get("Balance").equals("left out"))
                .toList();
        assertThat(left).extracting(folder -> folder.get("Folder")).containsExactly("Kalender", "Notizen <privat>");
        assertThat(left).extracting(folder -> folder.get("Listed")).containsExactly("not listed", "12");
        assertThat(left.getLast().get("Reason")).isEqualTo("It is over the batch's limit of 35 MB.");
    }

    @Test
    void mailboxesSayWhatTheyAreAndNotZero() throws Exception {
        List<CSVRecord> mailboxes =
                read(Samples.write(Samples.rich(), top.resolve("r")).resolve("mailboxes.csv"));
        assertThat(mailboxes).hasSize(4).allMatch(CSVRecord::isConsistent);
        assertThat(mailboxes.get(0).get("Listed")).isEqualTo("27667");
        assertThat(mailboxes.get(0).get("Need a person")).isEqualTo("6");
        assertThat(mailboxes.get(2).get("Listed")).isEqualTo("not listed");
        assertThat(mailboxes.get(2).get("Failure")).isEqualTo("The source refused the sign-in of caecilie.");
    }
}
