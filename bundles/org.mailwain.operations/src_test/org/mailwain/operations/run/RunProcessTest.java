package org.mailwain.operations.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.operations.OperationFailure;

class RunProcessTest {
    private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    @TempDir
    private Path project;

    private RunFolder folder() {
        return RunFolder.of(project, "staff");
    }

    @Test
    void theSecondRunIsToldWhoHoldsTheBatch() throws Exception {
        assertThat(folder().holder()).isEmpty();
        try (RunLock lock = RunLock.take(folder())) {
            assertThat(lock).isNotNull();
            assertThat(folder().holder().orElseThrow().pid())
                    .isEqualTo(ProcessHandle.current().pid());
            assertThatThrownBy(() -> RunLock.take(folder())).isInstanceOfSatisfying(FailureException.class, e -> {
                assertThat(e.failure().is(OperationFailure.LOCKED)).isTrue();
                assertThat(e.failure().arguments().toString())
                        .contains(String.valueOf(ProcessHandle.current().pid()));
            });
        }
        assertThat(folder().holder()).isEmpty();
        RunLock.take(folder()).close();
    }

    /** What a process asks about its own run must not give its lock away. */
    @Test
    void anotherProcessIsKeptOutForAsLongAsTheRunLasts() throws Exception {
        try (RunLock lock = RunLock.take(folder())) {
            assertThat(lock).isNotNull();
            assertThat(folder().holder()).isPresent();
            assertThat(folder().began()).isPresent();
            assertThat(takenElsewhere()).isEqualTo(OperationFailure.LOCKED.code());
        }
        assertThat(takenElsewhere()).isEqualTo("taken");
    }

    private String takenElsewhere() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        project.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        other.waitFor();
        return said;
    }

    /** The other process. */
    static final class Other {
        public static void main(String[] arguments) {
            try {
                RunLock.take(RunFolder.of(Path.of(arguments[0]), "staff")).close();
                System.out.print("taken");
            } catch (FailureException e) {
                System.out.print(e.failure().code());
            }
        }
    }

    @Test
    void theFolderIsForItsOwnerAlone() throws Exception {
        RunLock.take(folder()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(project.resolve(".mailwain"))))
                .isEqualTo("rwx------");
    }

    @Test
    void aLineGoesToTheRunAndItsAnswerComesBack() throws Exception {
        assertThat(ControlSocket.send(folder(), "stop")).isEmpty();
        folder().make();
        List<String> heard = new CopyOnWriteArrayList<>();
        try (ControlSocket socket = ControlSocket.open(folder(), line -> {
            heard.add(line);
            return "ok " + line;
        })) {
            assertThat(socket).isNotNull();
            assertThat(ControlSocket.send(folder(), "stop")).contains("ok stop");
            assertThat(ControlSocket.send(folder(), "again")).contains("ok again");
        }
        assertThat(heard).containsExactly("stop", "again");
        assertThat(ControlSocket.send(folder(), "stop")).isEmpty();
    }

    @Test
    void theSocketWorksInADeepFolderToo() throws Exception {
        Path deep = project;
        for (int i = 0; i < 12; i++) {
            deep = deep.resolve("a-rather-long-name");
        }
        RunFolder run = RunFolder.of(Files.createDirectories(deep), "staff");
        run.make();
        try (ControlSocket socket = ControlSocket.open(run, line -> "ok")) {
            assertThat(socket).isNotNull();
            assertThat(ControlSocket.send(run, "stop")).contains("ok");
        }
    }

    @Test
    void everyEventComesBackAsItWas() throws Exception {
        Failure failure = OperationFailure.NO_PASSWORD.with("anna", 3).notBefore(NOON);
        FolderPath folder = FolderPath.of("Ablage", "a/b", "日本");
        List<RunEvent> events = List.of(
                new RunEvent.BatchChanged(NOON, "staff", BatchState.SYNCING),
                new RunEvent.MailboxChanged(NOON, "anna@example.org", MailboxState.FAILED, failure),
                new RunEvent.MailboxChanged(NOON, "ben@example.org", MailboxState.SYNCED, null),
                new RunEvent.MailboxPlanned(NOON, "anna", 3, 10, 20),
                new RunEvent.FolderStarted(NOON, "anna", folder, 5, 6),
                new RunEvent.FolderProgress(NOON, "anna", folder, 1, 2, 3, 4),
                new RunEvent.FolderEnded(NOON, "anna", folder, null),
                new RunEvent.ItemNoted(NOON, "anna", folder, "17", failure),
                new RunEvent.Waiting(NOON, null, "imap.example.org:993", failure, null));
        folder().make();
        EventReader reader = new EventReader(folder());
        assertThat(reader.poll()).isEmpty();
        try (EventLog log = EventLog.open(folder())) {
            events.forEach(log::happened);
            assertThat(reader.poll()).isEqualTo(events);
            log.happened(events.getFirst());
            assertThat(reader.poll()).containsExactly(events.getFirst());
        }
        assertThat(events.stream().map(Object::getClass).distinct().count())
                .as("one of each type")
                .isEqualTo(RunEvent.class.getPermittedSubclasses().length);
    }

    @Test
    void aHalfWrittenLineWaitsForItsRest() throws Exception {
        folder().make();
        EventReader reader = new EventReader(folder());
        String line = EventJson.encode(new RunEvent.MailboxPlanned(NOON, "anna", 3, 10, 20));
        Files.writeString(folder().events(), line.substring(0, 20));
        assertThat(reader.poll()).isEmpty();
        Files.writeString(folder().events(), line + "\n");
        assertThat(reader.poll()).hasSize(1);
    }

    @Test
    void thePictureAddsUp() {
        RunPicture picture = new RunPicture();
        FolderPath inbox = FolderPath.INBOX;
        picture.apply(new RunEvent.MailboxChanged(NOON, "anna", MailboxState.SYNCING, null));
        picture.apply(new RunEvent.MailboxChanged(NOON, "ben", MailboxState.QUEUED, null));
        picture.apply(new RunEvent.MailboxPlanned(NOON, "anna", 2, 100, 1000));
        picture.totals(NOON);
        picture.apply(new RunEvent.FolderStarted(NOON, "anna", inbox, 90, 900));
        picture.apply(new RunEvent.FolderProgress(NOON, "anna", inbox, 10, 5, 1, 160));
        picture.apply(new RunEvent.FolderProgress(NOON, "anna", inbox, 40, 9, 1, 500));
        RunPicture.Totals totals = picture.totals(NOON.plusSeconds(10));
        assertThat(totals.handled()).isEqualTo(50);
        assertThat(totals.copied()).isEqualTo(40);
        assertThat(totals.failed()).isEqualTo(1);
        assertThat(totals.bytes()).isEqualTo(500);
        assertThat(totals.itemsPerSecond()).isEqualTo(5.0);
        assertThat(totals.left().toSeconds())
                .as("the other mailbox is taken to hold as much")
                .isEqualTo(30);
        assertThat(totals.mailboxes()).isEqualTo(2);
        assertThat(totals.ended()).isZero();
        assertThat(picture.mailboxes().getFirst().folder()).contains(inbox);
        assertThat(picture.mailboxes().getFirst().folders()).singleElement().satisfies(folder -> {
            assertThat(folder.expected()).isEqualTo(90);
            assertThat(folder.handled()).isEqualTo(50);
        });
    }
}
