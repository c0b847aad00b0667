package org.mailwain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.text.TextContent;
import org.mailwain.project.yaml.YamlDocument;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

class ProjectFolderTest {
    private static final String TEXT = "# über\r\n"
            + "kind: imap   # the kind\r\n\r\n"
            + "host:   'imap.example'\t# there\r\n"
            + "limits: {connections: 5}\r\n"
            + "# end";

    @TempDir
    private Path path;

    @Test
    void aFileSavedWithoutAChangeIsTheSameByteForByte() throws Exception {
        for (String text : List.of(TEXT, "\uFEFF" + TEXT, TEXT.replace("\r\n", "\n"), TEXT + "\r\n", "", "\n# x\n\n")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Path file = Files.write(path.resolve("x.endpoint.yaml"), bytes);
            FileTime time = FileTime.fromMillis(1_000_000);
            Files.setLastModifiedTime(file, time);
            ProjectFolder folder = ProjectFolder.of(path);
            byte[] read = folder.read("x.endpoint.yaml", 1000);
            YamlDocument document = YamlDocument.read("x.endpoint.yaml", TextContent.decode(read));

            folder.save("x.endpoint.yaml", read, document.content().encode());

            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
            assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        }
    }

    @Test
    void anEditChangesItsOwnLineAlone() throws Exception {
        for (String text : List.of(TEXT, "\uFEFF" + TEXT)) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            Files.write(path.resolve("x.endpoint.yaml"), bytes);
            ProjectFolder folder = ProjectFolder.of(path);
            YamlDocument document = YamlDocument.read("x.endpoint.yaml", TextContent.decode(bytes));

            document = document.apply(document.set(YamlPath.of("host"), YamlValue.text("other.example")));
            document = document.apply(document.set(YamlPath.of("port"), YamlValue.literal(1993)));
            document = document.apply(document.set(YamlPath.of("limits", "connections"), YamlValue.literal(6)));
            folder.save("x.endpoint.yaml", bytes, document.content().encode());

            String expected = text.replace("imap.example", "other.example")
                    .replace("connections: 5}\r\n", "connections: 6}\r\nport: 1993\r\n");
            assertThat(Files.readString(path.resolve("x.endpoint.yaml"))).isEqualTo(expected);
        }
    }

    @Test
    void keepsTheRightsOfAFileAndFollowsLinks() throws Exception {
        Path real = Files.writeString(path.resolve("real.csv"), "a");
        Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rw-r-----"));
        Files.createSymbolicLink(path.resolve("link.csv"), real);

        ProjectFolder.of(path).save("link.csv", "a".getBytes(), "b".getBytes());

        assertThat(Files.isSymbolicLink(path.resolve("link.csv"))).isTrue();
        assertThat(Files.readString(real)).isEqualTo("b");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(real)))
                .isEqualTo("rw-r-----");
        try (var files = Files.list(path)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void refusesToOverwriteWhatSomebodyElseWrote() throws Exception {
        Files.writeString(path.resolve("x.csv"), "theirs");
        ProjectFolder folder = ProjectFolder.of(path);

        assertCode("project.file.changed", () -> folder.save("x.csv", "a".getBytes(), "b".getBytes()));
        assertCode("project.file.changed", () -> folder.save("x.csv", null, "b".getBytes()));
        assertThat(Files.readString(path.resolve("x.csv"))).isEqualTo("theirs");
    }

    @Test
    void tellsWhatCannotBeReadOrWritten() {
        ProjectFolder folder = ProjectFolder.of(path);
        assertCode("project.file.missing", () -> folder.read("none.yaml", 10));
        assertCode("project.file.unwritable", () -> folder.save("none/x.yaml", null, "b".getBytes()));
    }

    private static void assertCode(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code));
    }
}
