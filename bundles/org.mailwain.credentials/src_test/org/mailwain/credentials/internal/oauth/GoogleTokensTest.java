package org.mailwain.credentials.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.credentials.CredentialsFailure;
import org.mailwain.credentials.TokenFailure;
import org.mailwain.demo.server.Authority;
import org.mailwain.simulator.google.GoogleSignIn;
import org.mailwain.simulator.google.ServiceAccount;

/** Against a simulated token endpoint, which checks the signature, the times and the delegation. */
@Timeout(60)
class GoogleTokensTest {
    private static final String ANNA = "anna@gadgets.example";
    private static final String MAIL = "https://mail.google.com/";

    @TempDir
    private Path folder;

    private final MovedClock clock = new MovedClock();
    private GoogleSignIn google;
    private ServiceAccount account;
    private Path ca;

    @BeforeEach
    void start() throws IOException {
        google = GoogleSignIn.start(Authority.create(), Clock.systemUTC(), Duration.ofHours(1))
                .user(ANNA)
                .user("otto@gadgets.example");
        account = google.account("mover").delegate(MAIL);
        ca = folder.resolve("ca.pem");
        google.authority().writePem(ca);
    }

    @AfterEach
    void stop() {
        google.close();
    }

    private SignInMethod.Google settings(String key) {
        return new SignInMethod.Google(
                Optional.empty(), Optional.of(Secret.of(key)), Optional.empty(), Optional.empty(), Optional.of(ca));
    }

    private OAuthTokens tokens() {
        return new OAuthTokens(new MemoryStore(), Asks.NOBODY, clock);
    }

    private SignIn.CredentialSource source(SignInMethod.Google settings, String user) throws FailureException {
        return tokens().source(new TokenRequest(settings, TokenRequest.Purpose.IMAP), user, Cancel.NEVER);
    }

    private static String text(Secret secret) {
        return new String(secret.chars());
    }

    private void assertFails(FailureCode code, SignInMethod.Google settings, String user) {
        FailureException thrown = catchThrowableOfType(
                FailureException.class, () -> source(settings, user).current());
        assertThat(thrown).as(code.code()).isNotNull();
        assertThat(thrown.failure().code()).isEqualTo(code.code());
        assertThat(thrown.toString()).doesNotContain("PRIVATE");
    }

    @Test
    void eachUserGetsATokenOfHisOwn() throws FailureException {
        SignInMethod.Google settings = settings(account.json(google.address()));
        OAuthTokens tokens = tokens();
        TokenRequest request = new TokenRequest(settings, TokenRequest.Purpose.IMAP);
        SignIn.CredentialSource anna = tokens.source(request, ANNA, Cancel.NEVER);
        SignIn.CredentialSource otto = tokens.source(request, "otto@gadgets.example", Cancel.NEVER);
        assertThat(google.accepts(ANNA, text(anna.current()))).isTrue();
        assertThat(google.accepts(ANNA, text(otto.current()))).isFalse();
        assertThat(tokens.source(request, ANNA, Cancel.NEVER).current()).isEqualTo(anna.current());
        assertThat(google.requests()).isEqualTo(2);
    }

    @Test
    void theKeyMayBeAFile() throws Exception {
        Path file = Files.writeString(folder.resolve("key.json"), account.json(google.address()));
        SignInMethod.Google settings = new SignInMethod.Google(
                Optional.of(file), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(ca));
        assertThat(google.accepts(ANNA, text(source(settings, ANNA).current()))).isTrue();
    }

    @Test
    void tokensAreRenewedBeforeTheyEndAndWhenRefused() throws FailureException {
        SignIn.CredentialSource source = source(settings(account.json(google.address())), ANNA);
        Secret first = source.current();
        google.revokeTokens();
        Secret second = source.renewed(first);
        assertThat(google.accepts(ANNA, text(second))).isTrue();
        clock.move(Duration.ofSeconds(54));
        assertThat(source.current()).isEqualTo(second);
        assertThat(google.requests()).isEqualTo(2);
    }

    @Test
    void refusalsAreToldByTheirCause() {
        String good = account.json(google.address());
        assertFails(TokenFailure.USER_UNKNOWN, settings(good), "nobody@gadgets.example");
        assertFails(TokenFailure.NOT_DELEGATED, settings(google.account("other").json(google.address())), ANNA);
        assertFails(TokenFailure.GOOGLE_REFUSED, settings(account.json(google.address() + "?x")), ANNA);
        assertFails(TokenFailure.KEY_UNUSABLE, settings("{\"type\":\"authorized_user\"}"), ANNA);
        assertFails(TokenFailure.KEY_UNUSABLE, settings("-----BEGIN PRIVATE KEY-----"), ANNA);
        assertFails(TokenFailure.ADDRESS, settings(account.json("http://localhost/token")), ANNA);
        clock.move(Duration.ofHours(3));
        assertFails(TokenFailure.CLOCK, settings(good), ANNA);
    }

    @Test
    void everyCodeHasASentenceAndAdviceAndNoTextIsLeftOver() {
        TokenFailureTexts texts = new TokenFailureTexts();
        List<String> keys = new ArrayList<>(List.of(
                "credentials.ask",
                "credentials.ask.new",
                "credentials.ask.again",
                "credentials.ask.code",
                "credentials.ask.page"));
        for (TokenFailure code : TokenFailure.values()) {
            FailureTexts.Text text =
                    texts.text(code.with("a", "b", "c"), Locale.ENGLISH).orElseThrow();
            assertThat(text.sentence()).as(code.code()).doesNotContain("{").doesNotContain("''");
            assertThat(text.advice()).as(code.code()).endsWith(".").doesNotContain("''");
            keys.addAll(List.of(code.code(), code.code() + ".todo"));
        }
        Arrays.stream(CredentialsFailure.values())
                .forEach(code -> keys.addAll(List.of(code.code(), code.code() + ".todo")));
        assertThat(ResourceBundle.getBundle("org.mailwain.credentials.messages", Locale.ROOT)
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(keys);
    }
}
