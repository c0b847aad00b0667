package org.mailwain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailwain.mail.support.Sessions.failure;
import static org.mailwain.mail.support.Sessions.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.Login;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignIn.Mechanism;
import org.mailwain.mail.support.ScriptedServer;
import org.mailwain.mail.support.Sessions;

/** What is sent to sign in, and what is understood of the answers. */
@Timeout(20)
class SignInTest {
    private static final String SECRET = "pä55 \"w0rd\\";

    private final Sessions sessions = new Sessions();
    private ScriptedServer server;

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private void serve(String capabilities, ScriptedServer.Script script) throws Exception {
        server = new ScriptedServer(line -> {
            line.say("* OK [CAPABILITY IMAP4rev1 " + capabilities + "] ready");
            script.play(line);
        });
    }

    private void signIn(Mechanism mechanism, Optional<String> as) throws FailureException {
        SignIn signIn = new SignIn(mechanism, "user@example.org", as, () -> Secret.of(SECRET));
        Login login = new Login("user", signIn, Optional.empty());
        sessions.reader(settings(server.port()), login, Cancel.NEVER).close();
    }

    private static String decoded(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }

    @Test
    void plainGoesWithTheCommandWhereItMay() throws Exception {
        serve("AUTH=PLAIN SASL-IR", line -> line.answer("AUTHENTICATE PLAIN ", "OK [CAPABILITY IMAP4rev1] in"));
        signIn(Mechanism.PASSWORD, Optional.of("boss"));
        assertThat(decoded(server.heard().getFirst().substring("AUTHENTICATE PLAIN ".length())))
                .isEqualTo("boss\0user@example.org\0" + SECRET);
    }

    @Test
    void plainWaitsForTheInvitationWhereItHasTo() throws Exception {
        String[] response = new String[1];
        serve("AUTH=PLAIN", line -> {
            line.command();
            line.say("+ ");
            response[0] = line.readLine();
            line.say(line.tag() + " OK in");
            line.answer("CAPABILITY", "OK", "* CAPABILITY IMAP4rev1 MOVE");
        });
        signIn(Mechanism.PLAIN, Optional.empty());
        assertThat(server.heard()).startsWith("AUTHENTICATE PLAIN", "CAPABILITY");
        assertThat(decoded(response[0])).isEqualTo("\0user@example.org\0" + SECRET);
    }

    @Test
    void loginSendsWhatIsNoAsciiAsALiteral() throws Exception {
        byte[][] literal = new byte[1][];
        serve("", line -> {
            String command = line.command();
            line.say("+ go on");
            literal[0] = line.bytes(Integer.parseInt(command.replaceAll(".*\\{(\\d+)}", "$1")));
            line.readLine();
            line.say(line.tag() + " OK [CAPABILITY IMAP4rev1] in");
        });
        signIn(Mechanism.PASSWORD, Optional.empty());
        assertThat(server.heard().getFirst()).startsWith("LOGIN \"user@example.org\" {");
        assertThat(new String(literal[0], StandardCharsets.UTF_8)).isEqualTo(SECRET);
    }

    @Test
    void proxyauthFollowsTheAdministratorsLogin() throws Exception {
        serve("LITERAL+", line -> {
            line.command();
            line.bytes(SECRET.getBytes(StandardCharsets.UTF_8).length);
            line.readLine();
            line.say(line.tag() + " OK in");
            line.answer("PROXYAUTH", "OK [CAPABILITY IMAP4rev1] now you are");
        });
        signIn(Mechanism.PROXYAUTH, Optional.of("somebody"));
        assertThat(server.heard()).contains("PROXYAUTH somebody");
    }

    @Test
    void theMasterPasswordGoesAsADigestOfTheChallenge() throws Exception {
        String[] digest = new String[1];
        serve("X-MASTERAUTH", line -> {
            line.command();
            line.say("+ 1c9e8f");
            digest[0] = line.readLine();
            line.say(line.tag() + " OK in");
            line.answer("X-SETUSER", "OK [CAPABILITY IMAP4rev1] now you are");
        });
        signIn(Mechanism.X_MASTERAUTH, Optional.of("somebody"));
        byte[] expected = MessageDigest.getInstance("MD5").digest(("1c9e8f" + SECRET).getBytes(StandardCharsets.UTF_8));
        assertThat(digest[0]).isEqualTo(HexFormat.of().formatHex(expected));
        assertThat(server.heard()).contains("X-MASTERAUTH", "X-SETUSER somebody");
    }

    @Test
    void aServerWithoutMasterPasswordGetsNone() throws Exception {
        serve("AUTH=PLAIN", line -> line.command());
        Failure failure = failure(() -> signIn(Mechanism.X_MASTERAUTH, Optional.of("somebody")));
        assertThat(failure.code()).isEqualTo(MailFailure.SIGN_IN_NOT_OFFERED.code());
    }

    @Test
    void aTokenGoesAsXoauth2AndItsErrorIsAnsweredWithAnEmptyLine() throws Exception {
        String[] line2 = new String[1];
        serve("AUTH=XOAUTH2 SASL-IR", line -> {
            line.command();
            line.say("+ " + Base64.getEncoder().encodeToString("{\"status\":\"400\"}".getBytes()));
            line2[0] = line.readLine();
            line.say(line.tag() + " NO [AUTHENTICATIONFAILED] no");
        });
        Failure failure = failure(() -> signIn(Mechanism.XOAUTH2, Optional.empty()));
        assertThat(failure.code()).isEqualTo(MailFailure.SIGN_IN_REJECTED.code());
        assertThat(line2[0]).isEmpty();
        assertThat(decoded(server.heard().getFirst().substring("AUTHENTICATE XOAUTH2 ".length())))
                .isEqualTo("user=user@example.org\1auth=Bearer " + SECRET + "\1\1");
    }

    @Test
    void aTokenGoesAsOauthbearer() throws Exception {
        serve("AUTH=OAUTHBEARER SASL-IR", line -> line.answer("AUTHENTICATE", "OK [CAPABILITY IMAP4rev1] in"));
        signIn(Mechanism.OAUTHBEARER, Optional.of("a,b=c@example.org"));
        assertThat(decoded(server.heard().getFirst().substring("AUTHENTICATE OAUTHBEARER ".length())))
                .isEqualTo("n,a=a=2Cb=3Dc@example.org,\1auth=Bearer " + SECRET + "\1\1");
    }

    @Test
    void whatIsNotOfferedIsNotTried() throws Exception {
        serve("LOGINDISABLED STARTTLS", line -> line.command());
        for (Mechanism mechanism : Mechanism.values()) {
            Failure failure = failure(() -> signIn(mechanism, Optional.empty()));
            assertThat(failure.code()).as("%s", mechanism).isEqualTo(MailFailure.SIGN_IN_NOT_OFFERED.code());
        }
        assertThat(server.heard()).noneMatch(c -> c.startsWith("LOGIN") || c.startsWith("AUTH"));
    }

    private void assertRefused(String end, MailFailure code) throws Exception {
        serve("AUTH=PLAIN SASL-IR", line -> line.answer("AUTHENTICATE", end));
        assertThatThrownBy(() -> signIn(Mechanism.PASSWORD, Optional.empty()))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(code.code()))
                .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET).contains("user@example.org"));
        server.close();
    }

    @Test
    void refusalsAreTold() throws Exception {
        assertRefused("NO wrong", MailFailure.SIGN_IN_REJECTED);
        assertRefused("NO [AUTHENTICATIONFAILED] wrong", MailFailure.SIGN_IN_REJECTED);
        assertRefused("NO [EXPIRED] old", MailFailure.SIGN_IN_EXPIRED);
        assertRefused("NO [AUTHORIZATIONFAILED] not as him", MailFailure.SIGN_IN_NOT_ALLOWED);
        assertRefused("NO [UNAVAILABLE] directory is down", MailFailure.SIGN_IN_UNAVAILABLE);
        assertRefused("BAD what", MailFailure.SIGN_IN_REJECTED);
    }

    @Test
    void whatAServerCanDoAfterSigningInCounts() throws Exception {
        server = ScriptedServer.afterSignIn("UIDPLUS MULTIAPPEND APPENDLIMIT=35651584", line -> {});
        try (var reader = sessions.reader(server)) {
            assertThat(reader.traits().answersIds()).isTrue();
            assertThat(reader.traits().perAppend()).isGreaterThan(1);
            assertThat(reader.traits().itemLimit()).isEqualTo(35_651_584);
        }
    }
}
