package org.mailwain.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureException;

class ProjectInitTest {
    @TempDir
    private Path parent;

    @Test
    void makesAProjectWithoutProblems() throws Exception {
        Path folder = parent.resolve("new/moving");

        assertThat(ProjectInit.write(folder)).hasSize(6);

        Project project = Project.open(folder, Fakes.CATALOG);
        assertThat(project.problems()).isEmpty();
        assertThat(project.batch("migration")).isPresent();
        assertThat(Files.readString(folder.resolve(".gitignore"))).contains("\n.mailwain/\n");
        assertThat(list(parent.resolve("new"))).containsExactly("moving");
    }

    @Test
    void everyCommentedSettingIsOneThatExists() throws Exception {
        Path folder = parent.resolve("moving");
        ProjectInit.write(folder);
        for (String file : new String[] {"migration.batch.yaml", "folders.foldermap.yaml"}) {
            String text = Files.readString(folder.resolve(file));
            String used = text.replaceAll("(?m)^mailboxes: .*$", "")
                    .replaceAll("(?m)^( *)# ((  )*(- )?\\w+:( .*)?)$", "$1$2");
            Files.writeString(folder.resolve(file), used);
        }
        Files.writeString(folder.resolve("staff.csv"), "Mail;Login;Kennwort\n");

        Project project = Project.open(folder, Fakes.CATALOG);

        assertThat(project.problems()).isEmpty();
        assertThat(project.folderMaps().get("folders").rules().orElseThrow().rules())
                .hasSize(2);
        assertThat(project.batch("migration").orElseThrow().filter().exclude()).hasSize(2);
    }

    @Test
    void theListIsForItsOwnerAlone() throws Exception {
        Path folder = parent.resolve("moving");
        ProjectInit.write(folder);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("mailboxes.csv"))))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesAFileInItsPlaceAlone() throws Exception {
        Path file = Files.writeString(parent.resolve("moving"), "mine");
        assertThatThrownBy(() -> ProjectInit.write(file)).isInstanceOf(FailureException.class);
        assertThat(file).hasContent("mine");
    }

    @Test
    void writesBesideWhatIsThere() throws Exception {
        Files.writeString(parent.resolve("README"), "mine");
        Files.writeString(parent.resolve(".gitignore"), "*.bak\n");

        assertThat(ProjectInit.write(parent)).doesNotContain(".gitignore");

        assertThat(Files.readString(parent.resolve(".gitignore"))).isEqualTo("*.bak\n");
        assertThat(Files.readString(parent.resolve(".mailwain/.gitignore"))).isEqualTo("*\n");
        assertThat(Project.open(parent, Fakes.CATALOG).hasErrors()).isFalse();
    }

    @Test
    void writesNothingWhereOneOfItsFilesIsThere() throws Exception {
        Files.writeString(parent.resolve("folders.foldermap.yaml"), "mine");

        assertThatThrownBy(() -> ProjectInit.write(parent))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().is(ProjectFailure.FOLDER_NOT_EMPTY))
                                .isTrue());
        assertThat(list(parent)).containsExactly("folders.foldermap.yaml");
        assertThat(Files.readString(parent.resolve("folders.foldermap.yaml"))).isEqualTo("mine");
    }

    @Test
    void fillsAnEmptyFolder() throws Exception {
        Path folder = Files.createDirectory(parent.resolve("empty"));
        assertThat(ProjectInit.write(folder)).hasSize(6);
    }

    private static java.util.List<String> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
