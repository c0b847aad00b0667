package org.mailwain.credentials.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.FailureException;
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
        return store(Map.of(MasterPassword.VARIABLE, master), "", Asks.NOBODY);
    }

    private CredentialStore store(Map<String, String> environment, String input, Asks asks) {
        InputStream in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
        return new FileCredentialStore(file(), new MasterPassword(file(), environment, in), asks, 1000);
    }

    private static void assertCode(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, FailureCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code.code()));
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
        assertThat(bytes)
                .doesNotContain("planted-secret")
                .doesNotContain("anna")
                .doesNotContain("master");
    }

    @Test
    void handsOverWhatOpensItAndNothingElse() throws Exception {
        assertThat(store("master").handover()).as("no store yet").isEmpty();
        store("master").put(ANNA, Secret.of("x"));
        assertThat(store("master").handover()).contains(Secret.of("master"));
        assertCode(() -> store("other").handover(), CredentialsFailure.WRONG_MASTER_PASSWORD);
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
        CredentialStore store = store(Map.of(), "", Asks.NOBODY);
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
        CredentialStore store = store(Map.of(MasterPassword.FILE_VARIABLE, secret.toString()), "", Asks.NOBODY);
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

    @Test
    void readsTheMasterPasswordFromStandardInputAndNoMore() throws Exception {
        InputStream in = new ByteArrayInputStream("from input\r\nrest".getBytes(StandardCharsets.UTF_8));
        MasterPassword master = new MasterPassword(file(), Map.of(MasterPassword.FILE_VARIABLE, "-"), in);
        new FileCredentialStore(file(), master, Asks.NOBODY, 1000).put(ANNA, Secret.of("x"));
        new FileCredentialStore(file(), master, Asks.NOBODY, 1000).put(BEN, Secret.of("y"));

        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("rest");
        assertThat(store("from input").paths()).hasSize(2);
        assertCode(
                () -> store(Map.of(MasterPassword.FILE_VARIABLE, "-"), "\n", Asks.NOBODY)
                        .get(ANNA),
                CredentialsFailure.MASTER_EMPTY);
    }

    @Test
    void asksTwiceForANewMasterPasswordAndOnceForAKnownOne() throws Exception {
        Answers answers = new Answers("one", "two", "one", "one");
        MasterPassword master = new MasterPassword(file(), Map.of(), InputStream.nullInputStream());
        CredentialStore store = new FileCredentialStore(file(), master, answers, 1000);

        assertCode(() -> store.put(ANNA, Secret.of("x")), CredentialsFailure.MASTER_DIFFERS);
        assertThat(file()).doesNotExist();
        store.put(ANNA, Secret.of("x"));
        assertThat(new FileCredentialStore(file(), master, answers, 1000).get(ANNA))
                .isPresent();
        assertThat(answers.asked)
                .containsExactly(
                        "credentials.ask.new", "credentials.ask.again", "credentials.ask.new", "credentials.ask.again");
    }

    @Test
    void asksAgainAfterAWrongAnswer() throws Exception {
        store("right").put(ANNA, Secret.of("x"));
        CredentialStore store = store(Map.of(), "", new Answers("wrong", "right"));

        assertCode(() -> store.get(ANNA), CredentialsFailure.WRONG_MASTER_PASSWORD);
        assertThat(store.get(ANNA)).contains(Secret.of("x"));
    }

    @Test
    void seesWhatAnotherWriterPut() throws Exception {
        CredentialStore one = store("master");
        CredentialStore other = store("master");
        for (int i = 0; i < 20; i++) {
            one.put(CredentialPath.login("imap", "one" + i, "h", 1), Secret.of("x"));
            other.put(CredentialPath.login("imap", "other" + i, "h", 1), Secret.of("y"));
            assertThat(one.paths()).hasSize(2 * i + 2);
        }
    }

    @Test
    void doesNotWaitForAnotherProcessForEver() throws Exception {
        store("master").put(ANNA, Secret.of("x"));
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LockHolder.class.getName(),
                        file().resolveSibling("credentials.lock").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (InputStream said = holder.getInputStream()) {
            assertThat(said.read()).isEqualTo('h');
            MasterPassword master = new MasterPassword(
                    file(), Map.of(MasterPassword.VARIABLE, "master"), InputStream.nullInputStream());
            CredentialStore store = new FileCredentialStore(file(), master, Asks.NOBODY, 1000, Duration.ofMillis(200));

            assertCode(() -> store.put(BEN, Secret.of("y")), CredentialsFailure.BUSY);
            assertThat(store.get(ANNA)).isPresent();
        } finally {
            holder.destroyForcibly().waitFor();
        }
        store("master").put(BEN, Secret.of("y"));
    }

    @Test
    void keepsAsManyAsAListHas() throws Exception {
        Map<CredentialPath, Secret> many = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            many.put(CredentialPath.login("imap", "user" + i, "h", 993), Secret.of("päss" + i));
        }
        store("master").putAll(many);

        CredentialStore again = store("master");
        assertThat(again.paths()).hasSize(50_000);
        assertThat(again.get(CredentialPath.login("imap", "user49999", "h", 993)))
                .contains(Secret.of("päss49999"));
    }

    @Test
    void everyCodeHasATextAndShowsNoSecret() {
        CredentialsFailureTexts texts = new CredentialsFailureTexts();
        for (CredentialsFailure code : CredentialsFailure.values()) {
            assertThat(texts.text(code.with("a", "b"), Locale.ENGLISH)
                            .orElseThrow()
                            .sentence())
                    .contains("a")
                    .doesNotContain("{");
        }
    }

    private static final class Answers implements Asks {
        private final Deque<String> answers;
        private final List<String> asked = new ArrayList<>();

        Answers(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public Optional<Secret> secret(Question question) {
            asked.add(question.id());
            return Optional.of(Secret.of(answers.pop()));
        }

        @Override
        public boolean confirm(Question question) {
            return false;
        }

        @Override
        public void tell(Question notice) {}
    }
}
