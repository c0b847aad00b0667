package org.mailwain.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureException;

class FilesOperationTest {
    @TempDir
    private Path folder;

    @Test
    void batchesFollowWhatIsRenamed() throws Exception {
        Path batch = Files.writeString(folder.resolve("a.batch.yaml"), """
                # old stays in comments
                source: old  # the old server
                target: new
                mailboxes:
                  list: staff.csv
                """);
        Path endpoint = Files.writeString(folder.resolve("old.endpoint.yaml"), "kind: imap\n");
        Path list = Files.writeString(folder.resolve("staff.csv"), "EmailAddress\n");
        FilesOperation files = new FilesOperation(folder);
        assertThat(files.rename(endpoint, "former.endpoint.yaml")).exists();
        assertThat(files.rename(list, "people.csv")).exists();
        assertThat(batch).hasContent("""
                # old stays in comments
                source: former  # the old server
                target: new
                mailboxes:
                  list: people.csv
                """);
        assertThat(endpoint).doesNotExist();
    }

    @Test
    void nothingIsOverwritten() throws Exception {
        Path one = Files.writeString(folder.resolve("one.csv"), "1");
        Files.writeString(folder.resolve("two.csv"), "2");
        FilesOperation files = new FilesOperation(folder);
        assertThatThrownBy(() -> files.rename(one, "two.csv")).isInstanceOf(FailureException.class);
        assertThatThrownBy(() -> files.create("one.csv", "3")).isInstanceOf(FailureException.class);
        assertThat(files.copyIn(one)).hasFileName("one-2.csv").hasContent("1");
        assertThat(folder.resolve("two.csv")).hasContent("2");
    }

    @Test
    void aFolderGoesWithWhatIsInIt() throws Exception {
        Path report = Files.createDirectories(folder.resolve("reports/a/items"));
        Files.createFile(report.resolve("x"));
        new FilesOperation(folder).delete(folder.resolve("reports/a"));
        assertThat(folder.resolve("reports")).isEmptyDirectory();
    }
}
