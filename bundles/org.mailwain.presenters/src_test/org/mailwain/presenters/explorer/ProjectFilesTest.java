package org.mailwain.presenters.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "acme.batch.yaml, BATCH, acme",
        "Source.Endpoint.YAML, ENDPOINT, Source",
        "names.foldermap.yaml, FOLDER_MAP, names",
        "mailboxes.csv, MAILBOX_LIST, mailboxes.csv",
        "notes.yaml, TEXT, notes.yaml",
        "index.html, PAGE, index.html",
        "picture.png, OTHER, picture.png"
    })
    void aNameTellsTheKind(String name, FileKind kind, String label) {
        FileEntry entry = FileEntry.of(folder.resolve(name));
        assertThat(entry.kind()).isEqualTo(kind);
        assertThat(entry.label()).isEqualTo(label);
    }

    @Test
    void aReportIsOneThingAndHiddenFilesAreNone() throws IOException {
        Path report = Files.createDirectories(folder.resolve("reports/pilot-1/items"));
        Files.createFile(report.resolve("a.ndjson"));
        Files.createFile(report.getParent().resolve("report.json"));
        Files.createDirectory(folder.resolve(".mailwain"));
        Files.createFile(folder.resolve(".mailwain/b.csv"));
        for (String name : new String[] {"b.csv", "a.csv", "z.endpoint.yaml", ".gitignore"}) {
            Files.createFile(folder.resolve(name));
        }
        ProjectFiles files = ProjectFiles.list(folder);
        assertThat(files.files()).extracting(FileEntry::label).containsExactly("z", "a.csv", "b.csv", "pilot-1");
        assertThat(files.of(FileKind.REPORT)).hasSize(1);
        assertThat(files.complete()).isTrue();
    }

    @Test
    void aFolderThatIsGoneHoldsNothing() {
        assertThat(ProjectFiles.list(folder.resolve("gone")).files()).isEmpty();
    }
}
