package org.mailwain.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.operations.NewBatchOperation.Draft;
import org.mailwain.operations.NewBatchOperation.Typed;

class NewBatchOperationTest {
    @TempDir
    private Path project;

    private static Draft draft(Optional<String> list, Optional<String> folders) {
        Typed anna = new Typed(MailboxAddress.of("anna@new.example").orElseThrow(), "anna", Secret.of("a,b\"c"));
        return new Draft(
                "pilot",
                "old",
                "new",
                list,
                list.isPresent() ? List.of() : List.of(anna),
                folders,
                List.of("#Trash#"),
                Optional.of("2020-01-31"),
                Optional.of("50 MB"));
    }

    @Test
    void aBatchKeepsTheCommentsOfANewProject() throws Exception {
        Path file = new NewBatchOperation(project).write(draft(Optional.of("staff.csv"), Optional.of("map")));
        assertThat(Files.readString(file))
                .contains("source: old", "target: new", "mailboxes: staff.csv", "folders: map", "50 MB", "2020-01-31")
                .contains("# A batch: which mailboxes go from where to where.");
        assertThat(project.resolve("pilot.csv")).doesNotExist();
    }

    @Test
    void typedMailboxesBecomeAListForItsOwnerAlone() throws Exception {
        Path file = new NewBatchOperation(project).write(draft(Optional.empty(), Optional.empty()));
        assertThat(Files.readString(file)).contains("mailboxes: pilot.csv").doesNotContain("\nfolders:");
        assertThat(Files.readString(project.resolve("pilot.csv")))
                .isEqualTo("EmailAddress,UserName,Password\r\nanna@new.example,anna,\"a,b\"\"c\"\r\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(project.resolve("pilot.csv"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingThatIsThereIsTouched() throws Exception {
        Files.writeString(project.resolve("pilot.csv"), "theirs");
        assertThatThrownBy(() -> new NewBatchOperation(project).write(draft(Optional.empty(), Optional.empty())))
                .isInstanceOf(FailureException.class);
        assertThat(project.resolve("pilot.csv")).hasContent("theirs");
        assertThat(project.resolve("pilot.batch.yaml")).doesNotExist();
    }
}
