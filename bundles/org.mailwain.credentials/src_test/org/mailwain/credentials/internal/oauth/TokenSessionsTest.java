package org.mailwain.credentials.internal.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.Login;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.demo.server.Authority;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.mail.Imap;
import org.mailwain.mail.ImapProfile;
import org.mailwain.mail.ImapSettings;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.Security;
import org.mailwain.mail.Trust;
import org.mailwain.simulator.google.GoogleSignIn;

/** IMAP sessions with tokens, against a server that is strict about both mechanisms and what follows an error. */
@Timeout(60)
class TokenSessionsTest {
    private static final String ANNA = "anna@gadgets.example";

    @TempDir
    private Path folder;

    private final Imap imap = new Imap();
    private GoogleSignIn google;
    private DemoServer server;
    private SignIn.CredentialSource source;
    private ImapSettings settings;

    @BeforeEach
    void start() throws IOException, FailureException {
        Authority authority = Authority.create();
        google = GoogleSignIn.start(authority, Clock.systemUTC(), Duration.ofHours(1))
                .user(ANNA);
        server = DemoServer.start(
                new ServerOptions().authority(authority).withoutPasswords().tokens(google::accepts));
        server.add(ANNA, "never used");
        Path ca = folder.resolve("ca.pem");
        authority.writePem(ca);
        String key =
                google.account("mover").delegate("https://mail.google.com/").json(google.address());
        SignInMethod.Google method = new SignInMethod.Google(
                Optional.empty(), Optional.of(Secret.of(key)), Optional.empty(), Optional.empty(), Optional.of(ca));
        settings = ImapSettings.of("localhost", Optional.of(server.port()), Security.TLS)
                .trusting(new Trust.CaFile(ca))
                .signingIn(method);
        TokenRequest request = settings.tokens().orElseThrow();
        source = new OAuthTokens(new MemoryStore(), Asks.NOBODY, Clock.systemUTC()).source(request, ANNA, Cancel.NEVER);
    }

    @AfterEach
    void stop() {
        server.close();
        google.close();
    }

    private int folders(SignIn.Mechanism mechanism, SignIn.CredentialSource credential) throws FailureException {
        Login login = new Login(ANNA, new SignIn(mechanism, ANNA, Optional.empty(), credential), Optional.empty());
        SessionContext context =
                new SessionContext(Cancel.NEVER, null, LimitLease.UNLIMITED, Asks.NOBODY, Clock.systemUTC());
        try (MailboxReader reader = imap.reader(settings, login, context, ImapProfile.PLAIN)) {
            return reader.folders().size();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TOKEN", "XOAUTH2", "OAUTHBEARER"})
    void aSessionGoesOnAfterTheTokenIsDead(SignIn.Mechanism mechanism) throws FailureException {
        assertThat(folders(mechanism, source)).isPositive();
        google.revokeTokens();
        assertThat(folders(mechanism, source)).isPositive();
        assertThat(google.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"XOAUTH2", "OAUTHBEARER"})
    void aTokenThatCannotBeRenewedIsShownOnce(SignIn.Mechanism mechanism) {
        SignIn.CredentialSource dead = () -> Secret.of("ya29.dead");
        FailureException thrown = catchThrowableOfType(FailureException.class, () -> folders(mechanism, dead));
        assertThat(thrown.failure().is(MailFailure.SIGN_IN_REJECTED)).isTrue();
        assertThat(thrown.toString()).doesNotContain("ya29");
        assertThat(server.commands().stream().filter("AUTHENTICATE"::equals)).hasSize(1);
    }

    @Test
    void aRefusedTokenIsRenewedOnceAndThenTheSessionFails() {
        SignIn.CredentialSource neverGood = new SignIn.CredentialSource() {
            private int given;

            @Override
            public Secret current() {
                return Secret.of("ya29.bad" + given);
            }

            @Override
            public Secret renewed(Secret refused) {
                given++;
                return current();
            }
        };
        catchThrowableOfType(FailureException.class, () -> folders(SignIn.Mechanism.TOKEN, neverGood));
        assertThat(server.commands().stream().filter("AUTHENTICATE"::equals)).hasSize(2);
    }
}
