package org.mailwain.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;

/** A script stands for the product: it says with what it was started, and ends as the test wants. */
class LaunchOperationTest {
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path project;

    private LaunchOperation launch(String script, boolean retry, Duration patience) throws Exception {
        Path launcher = project.resolve("mailwain");
        Files.writeString(launcher, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        LaunchOperation.Order order = new LaunchOperation.Order(project, "staff", List.of("anna@new.example"), retry);
        return new LaunchOperation(launcher, order, new Opened(), patience);
    }

    private static void assertCode(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, FailureCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code.code()));
    }

    @Test
    void theMasterPasswordGoesThroughStandardInputAlone() throws Exception {
        launch("read line; echo \"$line\" > in; echo \"$@\" > arguments; env > environment; exit 0", true, SHORT)
                .launch(Cancel.NEVER);
        assertThat(project.resolve("in")).hasContent("planted-secret");
        assertThat(Files.readString(project.resolve("arguments")).strip())
                .isEqualTo("run staff --project " + project + " --mailbox anna@new.example --retry-failed");
        assertThat(Files.readString(project.resolve("environment")))
                .contains("MAILWAIN_MASTER_PASSWORD_FILE=-")
                .doesNotContain("planted-secret");
    }

    @Test
    void whatKeepsARunFromBeginningIsTold() throws Exception {
        assertThatThrownBy(() -> launch("echo 'There is no batch staff.' >&2; exit 3", false, SHORT)
                        .launch(Cancel.NEVER))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().arguments().toString()).contains("There is no batch staff."));
        assertCode(() -> launch("exit 3", false, SHORT).launch(Cancel.NEVER), OperationFailure.LAUNCH);
    }

    @Test
    void aRunThatEndedWithFailedItemsTookPlace() throws Exception {
        assertThatCode(() -> launch("exit 1", false, SHORT).launch(Cancel.NEVER))
                .doesNotThrowAnyException();
    }

    @Test
    void nobodyWaitsForever() throws Exception {
        assertCode(() -> launch("exec sleep 2", false, SHORT).launch(Cancel.NEVER), OperationFailure.LAUNCH_SLOW);
        CancelSource cancelled = new CancelSource();
        cancelled.request();
        assertThatThrownBy(
                        () -> launch("exec sleep 2", false, Duration.ofHours(1)).launch(cancelled))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void aMissingProductIsTold() {
        LaunchOperation.Order order = new LaunchOperation.Order(project, "staff", List.of(), false);
        assertCode(
                () -> new LaunchOperation(project.resolve("none"), order, new Opened()).launch(Cancel.NEVER),
                OperationFailure.LAUNCH);
    }

    /** A store that a master password opens. */
    private record Opened() implements CredentialStore {
        @Override
        public Optional<Secret> handover() {
            return Optional.of(Secret.of("planted-secret"));
        }

        @Override
        public Optional<Secret> get(CredentialPath path) {
            return Optional.empty();
        }

        @Override
        public void put(CredentialPath path, Secret secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void putAll(Map<CredentialPath, Secret> secrets) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(CredentialPath path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CredentialPath> paths() {
            return List.of();
        }
    }
}
