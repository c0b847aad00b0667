package org.mailwain.presenters.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileEntryTest {
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
    void foldersComeFirstAndHiddenFilesNotAtAll() throws IOException {
        Files.createDirectory(folder.resolve("report"));
        Files.createDirectory(folder.resolve(".mailwain"));
        for (String name : new String[] {"b.csv", "a.csv", "z.endpoint.yaml", ".gitignore"}) {
            Files.createFile(folder.resolve(name));
        }
        assertThat(FileEntry.of(folder).children())
                .extracting(FileEntry::name)
                .containsExactly("report", "z.endpoint.yaml", "a.csv", "b.csv");
    }

    @Test
    void aFolderThatIsGoneHasNoChildren() throws IOException {
        Path gone = Files.createDirectory(folder.resolve("gone"));
        FileEntry entry = FileEntry.of(gone);
        Files.delete(gone);
        assertThat(entry.children()).isEmpty();
    }
}
