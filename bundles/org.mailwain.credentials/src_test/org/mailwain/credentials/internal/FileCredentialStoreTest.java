package org.mailwain.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.progress.Asks;
import org.mailwain.credentials.CredentialsFailure;

class FileCredentialStoreTest {
    private static final CredentialPath ANNA = CredentialPath.login("imap", "anna", "Mail.Example.org", 993);
    private static final CredentialPath BEN = CredentialPath.login("imap", "ben", "mail.example.org", 993);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(".mailwain/credentials");
    }

    private CredentialStore store(String master) {
        return new FileCredentialStore(
                file(), new MasterPassword(file(), Asks.NOBODY, Map.of(MasterPassword.VARIABLE, master)), 1000);
    }

    private static void assertCode(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, FailureCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class, e -> assertThat(e.failure().code()).isEqualTo(code.code()));
    }

    @Test
    void givesBackWhatWasPutAlsoAfterOpeningAgain() throws Exception {
        store("master").put(ANNA, Secret.of("geheim;*('/ ü"));
        CredentialStore again = store("master");
        assertThat(again.get(CredentialPath.login("imap", "anna", "mail.example.org", 993)))
                .contains(Secret.of("geheim;*('/ ü"));
        assertThat(again.get(BEN)).isEmpty();
        assertThat(again.paths()).containsExactly(ANNA);
    }

    @Test
    void hidesSecretsAndNamesInTheFile() throws Exception {
        store("master").put(ANNA, Secret.of("planted-secret"));
        String bytes = Files.readString(file(), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain("planted-secret").doesNotContain("anna").doesNotContain("master");
    }

    @Test
    void isForItsOwnerAlone() throws Exception {
        store("master").put(ANNA, Secret.of("x"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
                .isEqualTo("rwx------");
    }

    @Test
    void refusesAnotherMasterPasswordAndKeepsTheFile() throws Exception {
        store("master").put(ANNA, Secret.of("x"));
        byte[] before = Files.readAllBytes(file());
        assertCode(() -> store("other").get(ANNA), CredentialsFailure.WRONG_MASTER_PASSWORD);
        assertCode(() -> store("other").put(BEN, Secret.of("y")), CredentialsFailure.WRONG_MASTER_PASSWORD);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void writesNothingWithoutAMasterPassword() {
        CredentialStore store =
                new FileCredentialStore(file(), new MasterPassword(file(), Asks.NOBODY, Map.of()), 1000);
        assertCode(() -> store.put(ANNA, Secret.of("x")), CredentialsFailure.NO_MASTER_PASSWORD);
        assertThat(file()).doesNotExist();
    }

    @Test
    void knowsADamagedFile() throws Exception {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "not a store");
        assertCode(() -> store("master").get(ANNA), CredentialsFailure.BROKEN);
    }

    @Test
    void noticesAChangedByte() throws Exception {
        store("master").put(ANNA, Secret.of("x"));
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 1] ^= 1;
        Files.write(file(), bytes);
        assertCode(() -> store("master").get(ANNA), CredentialsFailure.WRONG_MASTER_PASSWORD);
    }

    @Test
    void readsTheMasterPasswordFromAFile() throws Exception {
        Path secret = Files.writeString(folder.resolve("master"), "from a file\nsecond line\n");
        CredentialStore store = new FileCredentialStore(
                file(),
                new MasterPassword(file(), Asks.NOBODY, Map.of(MasterPassword.FILE_VARIABLE, secret.toString())), 1000);
        store.put(ANNA, Secret.of("x"));
        assertThat(store("from a file").get(ANNA)).contains(Secret.of("x"));
    }

    @Test
    void twoWritersLoseNothing() throws Exception {
        store("master").put(ANNA, Secret.of("x"));
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CredentialPath path = CredentialPath.login("imap", "user" + i, "h", 1);
            writers.add(Thread.ofPlatform().start(() -> {
                try {
                    store("master").put(path, Secret.of("y"));
                } catch (FailureException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertThat(store("master").paths()).hasSize(5);
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException, FailureException {
        store("master").putAll(Map.of(ANNA, Secret.of("x"), BEN, Secret.of("y")));
        store("master").remove(ANNA);
        try (var files = Files.list(file().getParent())) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("credentials", "credentials.lock");
        }
        assertThat(store("master").paths()).containsExactly(BEN);
    }
}
