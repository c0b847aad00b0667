package org.mailwain.credentials.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.demo.server.Authority;
import org.mailwain.mail.Imap;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.Security;
import org.mailwain.rig.TokenDovecot;
import org.mailwain.simulator.google.GoogleSignIn;

/** Sessions by tokens on a real Dovecot, which asks the strict token server what each token is worth. */
@Timeout(60)
class DovecotTokensTest {
    private static final String ANNA = "anna@gadgets.example";

    @TempDir
    private static Path folder;

    private static GoogleSignIn google;
    private static HttpServer introspection;
    private static TokenDovecot dovecot;
    private static ImapSettings settings;

    private SignIn.CredentialSource source;
    private int before;

    @BeforeAll
    static void start() throws IOException {
        Authority authority = Authority.create();
        google = GoogleSignIn.start(authority, Clock.systemUTC(), Duration.ofHours(1))
                .user(ANNA);
        introspection = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 10);
        introspection.createContext("/introspect", DovecotTokensTest::introspect);
        introspection.start();
        dovecot = TokenDovecot.start(
                "http://127.0.0.1:" + introspection.getAddress().getPort() + "/introspect");
        Path ca = folder.resolve("ca.pem");
        authority.writePem(ca);
        String key =
                google.account("mover").delegate("https://mail.google.com/").json(google.address());
        settings = ImapSettings.of("127.0.0.1", Optional.of(dovecot.port()), Security.NONE)
                .signingIn(new SignInMethod.Google(
                        Optional.empty(),
                        Optional.of(Secret.of(key)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ca)));
    }

    @BeforeEach
    void signIn() throws FailureException {
        before = google.requests();
        source = new OAuthTokens(new MemoryStore(), Asks.NOBODY, Clock.systemUTC())
                .source(settings.tokens().orElseThrow(), ANNA, Cancel.NEVER);
    }

    private static void introspect(HttpExchange exchange) throws IOException {
        try (exchange) {
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            String token = header == null ? "" : header.replaceFirst("^Bearer ", "");
            boolean good = google.accepts(ANNA, token);
            byte[] body = (good
                            ? "{\"active\":true,\"email\":\"" + ANNA + "\",\"scope\":\"mail\"}"
                            : "{\"active\":false}")
                    .getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @AfterAll
    static void stop() {
        dovecot.close();
        introspection.stop(0);
        google.close();
    }

    private MailboxReader open(SignIn.Mechanism mechanism, SignIn.CredentialSource credential) throws FailureException {
        Login login = new Login(ANNA, new SignIn(mechanism, ANNA, Optional.empty(), credential), Optional.empty());
        SessionContext context =
                new SessionContext(Cancel.NEVER, null, LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
        return new Imap().reader(settings, login, context, ImapProfile.PLAIN);
    }

    @ParameterizedTest
    @EnumSource(names = {"TOKEN", "XOAUTH2", "OAUTHBEARER"})
    void eachMechanismIsTakenAndARenewedTokenGoesOn(SignIn.Mechanism mechanism) throws FailureException {
        try (MailboxReader first = open(mechanism, source)) {
            assertThat(first.state(FolderPath.INBOX).count()).isZero();
            google.revokeTokens();
            // while one session is at work, another needs a token that is good now
            try (MailboxReader second = open(mechanism, source)) {
                assertThat(second.folders()).isNotEmpty();
            }
            assertThat(first.folders()).isNotEmpty();
        }
        assertThat(google.requests() - before).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"XOAUTH2", "OAUTHBEARER"})
    void aTokenThatDovecotRefusesIsToldAndNotShown(SignIn.Mechanism mechanism) throws IOException {
        SignIn.CredentialSource dead = () -> Secret.of("ya29.dead");
        FailureException thrown = catchThrowableOfType(
                FailureException.class, () -> open(mechanism, dead).close());
        assertThat(thrown.failure().is(MailFailure.SIGN_IN_REJECTED))
                .as(thrown + dovecot.log())
                .isTrue();
        assertThat(thrown.toString()).doesNotContain("ya29");
    }
}
