package org.mailwain.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.batch.SignInChoice;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.operations.FormsOperation.FormTry;
import org.mailwain.operations.FormsOperation.Found;
import org.mailwain.operations.FormsOperation.Result;
import org.mailwain.signin.internal.DovecotMasterForm;
import org.mailwain.signin.internal.ExchangeSlashForm;
import org.mailwain.signin.internal.MirapointForm;
import org.mailwain.signin.internal.PlainAuthzidForm;
import org.mailwain.signin.internal.TemplateForm;
import org.mailwain.signin.internal.UserForm;

class FormsOperationTest {
    private static final String WRONG = "wrong";

    private final Map<CredentialPath, Secret> secrets = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    private DemoServer server;

    @BeforeEach
    void start() throws Exception {
        server = DemoServer.start();
        server.add("anna", "hers");
        server.addAdministrator("boss", "his");
        server.authority().writePem(folder.resolve("ca.pem"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Endpoint endpoint() {
        ImapSettings settings = ImapSettings.of("localhost", Optional.of(server.port()), Security.TLS)
                .trusting(new Trust.CaFile(folder.resolve("ca.pem")))
                .within(Duration.ofSeconds(10), Duration.ofSeconds(10));
        return new Endpoint("old", "imap", settings, EndpointLimits.DEFAULT);
    }

    private BatchWork work(SignInChoice choice, List<SignInForm> forms, MailboxRow... rows) {
        return Bench.work(folder, endpoint(), choice, forms, secrets, rows);
    }

    private static MailboxRow row(String user, String password) {
        return Bench.row(user, password, null);
    }

    private void administrator(String password) {
        secrets.put(BatchLogins.path(endpoint(), "localhost:" + server.port(), "boss"), Secret.of(password));
    }

    private static Found find(BatchWork work, String administrator, int tries, Duration pause) throws Exception {
        return new FormsOperation(
                        work,
                        new FormsOperation.Wish(Optional.empty(), Optional.ofNullable(administrator), tries, pause))
                .find(result -> {}, Cancel.NEVER);
    }

    private static List<SignInForm> usual() {
        return List.of(
                new UserForm(),
                new ExchangeSlashForm(),
                new MirapointForm(),
                new PlainAuthzidForm(),
                new DovecotMasterForm(),
                new TemplateForm());
    }

    @Test
    void endsWithTheFirstFormThatWorksAndListsWhatItShows() throws Exception {
        administrator("his");
        Found found = find(work(SignInChoice.AS_USER, usual(), row("anna", null)), "boss", 4, Duration.ZERO);
        assertThat(found.works()).isPresent();
        assertThat(found.works().orElseThrow()).isIn("plain-authzid", "dovecot-master");
        assertThat(found.folders()).anyMatch(seen -> seen.folder().toString().equals("INBOX") && seen.messages() == 0);
        assertThat(found.tries().stream().filter(one -> one.result() == Result.WORKS))
                .hasSize(1);
        assertThat(signIns())
                .isEqualTo(found.tries().stream()
                        .filter(one -> one.result() == Result.WORKS || one.result() == Result.REFUSED)
                        .count());
    }

    @Test
    void sendsNoMoreTriesThanAllowed() throws Exception {
        administrator(WRONG);
        Found found = find(work(SignInChoice.AS_USER, usual(), row("anna", null)), "boss", 2, Duration.ZERO);
        assertThat(found.works()).isEmpty();
        assertThat(signIns()).isEqualTo(2);
        assertThat(found.tries().stream().map(FormTry::result).toList())
                .containsSubsequence(Result.REFUSED, Result.REFUSED, Result.NOT_TRIED);
    }

    @Test
    void stopsAtTheFirstWordOfALockOut() throws Exception {
        administrator("his");
        server.faults().answer("AUTHENTICATE", 1, 1, "NO [AUTHENTICATIONFAILED] Your account has been locked");
        Found found = find(work(SignInChoice.AS_USER, usual(), row("anna", null)), "boss", 4, Duration.ZERO);
        assertThat(found.works()).isEmpty();
        assertThat(signIns()).isEqualTo(1);
        assertThat(found.tries().stream().map(FormTry::result).toList())
                .containsSubsequence(Result.STOPPED, Result.NOT_TRIED)
                .doesNotContain(Result.WORKS, Result.REFUSED);
    }

    @Test
    void stopsWhenTheServerWantsToBeLeftAlone() throws Exception {
        administrator("his");
        server.faults().answer("AUTHENTICATE", 1, 1, "BYE see you");
        Found found = find(work(SignInChoice.AS_USER, usual(), row("anna", null)), "boss", 4, Duration.ZERO);
        assertThat(signIns()).isEqualTo(1);
        assertThat(found.tries().stream().map(FormTry::result).toList()).contains(Result.STOPPED);
    }

    @Test
    void waitsBetweenTries() throws Exception {
        administrator(WRONG);
        long start = System.nanoTime();
        find(work(SignInChoice.AS_USER, usual(), row("anna", null)), "boss", 3, Duration.ofMillis(400));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(800));
    }

    @Test
    void aCancelEndsThePause() throws Exception {
        administrator(WRONG);
        CancelSource cancel = new CancelSource();
        FormsOperation operation = new FormsOperation(
                work(SignInChoice.AS_USER, usual(), row("anna", null)),
                new FormsOperation.Wish(Optional.empty(), Optional.of("boss"), 4, Duration.ofMinutes(10)));
        assertThatThrownBy(() -> operation.find(result -> cancel.request(), cancel))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void theBatchsOwnFormIsTriedFirstWithItsSetting() throws Exception {
        administrator("hers");
        SignInChoice choice = new SignInChoice("template", Optional.of("boss"), Optional.of("{user}"));
        Found found = find(work(choice, usual(), row("anna", null)), null, 4, Duration.ZERO);
        assertThat(found.works()).contains("template");
        assertThat(signIns()).isEqualTo(1);
        assertThat(found.tries().get(0).login()).isEqualTo("anna");
    }

    @Test
    void withoutAnAdministratorTheUserSignsIn() throws Exception {
        Found found = find(work(SignInChoice.AS_USER, usual(), row("anna", "hers")), null, 4, Duration.ZERO);
        assertThat(found.works()).contains("user");
        assertThat(found.tries()).hasSize(1);
    }

    @Test
    void whatCannotBeMadeOfTheRowIsNoTry() throws Exception {
        administrator(WRONG);
        SignInChoice choice = new SignInChoice("exchange", Optional.of("boss"), Optional.empty());
        Found found = find(work(choice, usual(), row("anna", null)), null, 1, Duration.ZERO);
        assertThat(found.tries().get(0).result()).isEqualTo(Result.NOT_SENT);
        assertThat(found.tries().get(0).failure().code()).isEqualTo("signin.administrator.domain");
        assertThat(found.tries().get(1).result()).isEqualTo(Result.REFUSED);
    }

    @Test
    void withoutThePasswordNothingIsSent() {
        assertThatThrownBy(() -> find(work(SignInChoice.AS_USER, usual(), row("anna", null)), "boss", 4, Duration.ZERO))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().is(OperationFailure.NO_ADMINISTRATOR_PASSWORD))
                                .isTrue());
        assertThat(signIns()).isZero();
    }

    @Test
    void lockOutWordsAreKnownButNotInTheLogin() {
        assertThat(LockOutWords.in(said("anna", "NO Account is temporarily LOCKED"), "anna"))
                .isPresent();
        assertThat(LockOutWords.in(said("anna", "NO [LIMIT] Too many failed logins"), "anna"))
                .isPresent();
        assertThat(LockOutWords.in(said("anna", "NO Konto gesperrt"), "anna")).isPresent();
        assertThat(LockOutWords.in(said("anna", "NO [AUTHENTICATIONFAILED] Authentication failed."), "anna"))
                .isEmpty();
        assertThat(LockOutWords.in(said("blocked", "NO Login failed"), "blocked"))
                .isEmpty();
    }

    private static Failure said(Object... arguments) {
        return new FailureCode() {
            @Override
            public String code() {
                return "test.refused";
            }

            @Override
            public Scope scope() {
                return Scope.MAILBOX;
            }

            @Override
            public boolean retryable() {
                return false;
            }
        }.with(arguments);
    }

    private long signIns() {
        return server.commands().stream()
                .filter(command -> command.equals("AUTHENTICATE") || command.equals("LOGIN"))
                .count();
    }
}
