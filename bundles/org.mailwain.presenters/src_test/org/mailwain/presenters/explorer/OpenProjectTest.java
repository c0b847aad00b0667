package org.mailwain.presenters.explorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.ProjectFailureTexts;

class OpenProjectTest {
    @TempDir
    private Path folder;

    @Test
    void listenersHearOfOpeningAndClosing() {
        OpenProject project = opened(List.of());
        List<Optional<Path>> heard = new ArrayList<>();
        Runnable leave = project.onChange(() -> heard.add(project.folder()));
        project.open(folder);
        project.close();
        project.close();
        leave.run();
        project.open(folder);
        assertThat(heard).containsExactly(Optional.of(folder), Optional.empty());
    }

    @Test
    void theLastOneOpenedIsTheFirstRemembered() throws IOException {
        Path one = Files.createDirectory(folder.resolve("one"));
        Path two = Files.createDirectory(folder.resolve("two"));
        OpenProject project = opened(List.of(folder.resolve("gone"), one));
        project.open(two);
        project.open(one);
        project.open(two);
        assertThat(project.recent()).containsExactly(two, one);
        for (int i = 0; i < 20; i++) {
            project.open(folder.resolve("p" + i));
        }
        assertThat(project.recent()).hasSize(8);
    }

    @Test
    void aNewProjectHasFilesAndIsOpen() throws FailureException {
        OpenProject project = opened(List.of());
        Path fresh = folder.resolve("fresh");
        project.create(fresh);
        assertThat(project.folder()).contains(fresh);
        assertThat(FileEntry.of(fresh).children())
                .extracting(FileEntry::kind)
                .contains(FileKind.BATCH, FileKind.ENDPOINT, FileKind.MAILBOX_LIST);
    }

    @Test
    void aProjectThatCannotBeMadeLeavesTheOpenOne() throws FailureException {
        OpenProject project = opened(List.of());
        Path there = folder.resolve("there");
        project.create(there);
        project.open(folder);
        assertThatThrownBy(() -> project.create(there))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(project.sentence(e.failure())).contains(there.toString()));
        assertThat(project.folder()).contains(folder);
    }

    private static OpenProject opened(List<Path> recent) {
        return new OpenProjects(List.of(new ProjectFailureTexts())).withRecent(recent);
    }
}
