package org.mailwain.presenters.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.presenters.explorer.TextFile.NotTextException;

class TextFileTest {
    @TempDir
    private Path folder;

    private Path path;

    @BeforeEach
    void place() {
        path = folder.resolve("mailboxes.csv");
    }

    @Test
    void savedWithoutAChangeItKeepsItsBytes() throws IOException, NotTextException {
        byte[] bytes = "\uFEFFEmailAddress\r\nzo\u00EB@example.org\n".getBytes(StandardCharsets.UTF_8);
        Files.write(path, bytes);
        TextFile file = new TextFile(path);
        file.save(file.load());
        assertThat(path).hasBinaryContent(bytes);
        assertThat(folder).isDirectoryNotContaining("glob:**.draft");
    }

    @Test
    void keepsItsRights() throws IOException {
        assumeThat(path.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Files.writeString(path, "a");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        new TextFile(path).save("b");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void noticesWhatOthersWrote() throws IOException, NotTextException {
        Files.writeString(path, "a");
        TextFile file = new TextFile(path);
        file.load();
        assertThat(file.changedOutside()).isFalse();
        file.save("b");
        assertThat(file.changedOutside()).isFalse();
        Files.setLastModifiedTime(path, FileTime.fromMillis(1));
        assertThat(file.changedOutside()).isTrue();
        Files.delete(path);
        assertThat(file.changedOutside()).isTrue();
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Files.write(path, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThatThrownBy(() -> new TextFile(path).load())
                .isInstanceOfSatisfying(
                        NotTextException.class,
                        e -> assertThat(e.reason()).isEqualTo(NotTextException.Reason.NO_UTF_8));
    }
}
