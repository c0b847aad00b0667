package org.mailwain.presenters.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;

class EditedFileTest {
    @TempDir
    private Path folder;

    @Test
    void overwritesWhatOthersWroteOnlyWhenTold() throws Exception {
        Path path = Files.writeString(folder.resolve("a.endpoint.yaml"), "kind: imap\n");
        EditedFile file = new EditedFile(folder, path);
        file.load();
        assertThat(file.changedOutside()).isEmpty();
        Files.writeString(path, "kind: pop\n");
        assertThat(file.changedOutside()).hasValue("kind: pop\n".getBytes(StandardCharsets.UTF_8));
        TextContent ours = new TextContent("kind: imap # ours\n", Encoding.UTF_8);
        assertThatThrownBy(() -> file.save(ours, false))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(ProjectFailure.FILE_CHANGED.code()));
        file.save(ours, true);
        assertThat(path).hasContent("kind: imap # ours\n");
        file.save(new TextContent("kind: imap\n", Encoding.UTF_8), false);
        assertThat(path).hasContent("kind: imap\n");
    }

    @Test
    void itsNameIsTheOneInProblems() {
        assertThat(new EditedFile(folder, folder.resolve("lists/a.csv")).name()).isEqualTo("lists/a.csv");
    }
}
