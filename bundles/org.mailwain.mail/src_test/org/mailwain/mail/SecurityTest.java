package org.mailwain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.mail.support.Sessions.failure;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.provider.ProbeSink;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.demo.server.Encryption;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.mail.support.ScriptedServer;
import org.mailwain.mail.support.Sessions;

/** Encryption: whom we believe, and what we do not let anybody talk us out of. */
@Timeout(30)
class SecurityTest {
    private final Sessions sessions = new Sessions();

    @TempDir
    private Path folder;

    private DemoServer server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
    }

    private ImapSettings serve(ServerOptions options, Security security) throws Exception {
        server = DemoServer.start(options);
        server.add("user", "pa55-w0rd");
        Path authority = folder.resolve("ca.pem");
        server.authority().writePem(authority);
        return settings("localhost", server.port(), security).trusting(new Trust.CaFile(authority));
    }

    private static ImapSettings settings(String host, int port, Security security) {
        return ImapSettings.of(host, Optional.of(port), security)
                .within(Duration.ofSeconds(15), Duration.ofSeconds(15));
    }

    private void assertOpens(ImapSettings settings) throws Exception {
        try (var reader = sessions.reader(settings)) {
            assertThat(reader.folders()).hasSize(1);
        }
    }

    private Failure refusal(ImapSettings settings) throws Exception {
        return failure(() -> sessions.reader(settings).close());
    }

    private void assertRefused(ImapSettings settings, MailFailure code) throws Exception {
        assertThat(refusal(settings).code()).isEqualTo(code.code());
        assertThat(server.commands()).doesNotContain("AUTHENTICATE", "LOGIN");
    }

    /** Whoever looks at a certificate that was refused can go on with its fingerprint. */
    private void assertCertificateIsShown(ImapSettings settings, String what) throws Exception {
        assertThat(refusal(settings).arguments().toString())
                .contains(what)
                .containsPattern("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    }

    @Test
    void tlsAndStarttlsOpenWithTheRightAuthority() throws Exception {
        assertOpens(serve(new ServerOptions().encryption(Encryption.TLS), Security.TLS));
        server.close();
        assertOpens(serve(new ServerOptions().encryption(Encryption.STARTTLS), Security.STARTTLS));
    }

    @Test
    void anUnknownAuthorityIsNotBelieved() throws Exception {
        ImapSettings settings = serve(new ServerOptions().encryption(Encryption.TLS), Security.TLS);
        assertRefused(settings.trusting(new Trust.System()), MailFailure.TLS_UNTRUSTED);
        assertCertificateIsShown(settings.trusting(new Trust.System()), "demo authority");
    }

    @Test
    void anotherNameIsNotBelieved() throws Exception {
        ServerOptions options = new ServerOptions().encryption(Encryption.TLS).certificateNames("mail.example.org");
        assertRefused(serve(options, Security.TLS), MailFailure.TLS_OTHER_NAME);
        assertCertificateIsShown(serve(options, Security.TLS), "mail.example.org");
    }

    @Test
    void anExpiredCertificateIsNotBelieved() throws Exception {
        ImapSettings settings =
                serve(new ServerOptions().encryption(Encryption.TLS).expired(), Security.TLS);
        assertRefused(settings, MailFailure.TLS_EXPIRED);
        assertCertificateIsShown(settings, "Moment");
    }

    @Test
    void aFingerprintIsBelievedWhateverTheCertificateSays() throws Exception {
        ServerOptions options = new ServerOptions()
                .encryption(Encryption.TLS)
                .certificateNames("elsewhere")
                .expired();
        ImapSettings settings = serve(options, Security.TLS);
        String sha256 = fingerprint(server.port());
        assertOpens(settings.trusting(new Trust.Fingerprint(sha256)));
        assertOpens(settings.trusting(new Trust.Fingerprint(sha256.toLowerCase().replace(":", ""))));
        assertThat(refusal(settings.trusting(new Trust.Fingerprint("00" + sha256.substring(2))))
                        .code())
                .isEqualTo(MailFailure.TLS_OTHER_PIN.code());
    }

    /** What anybody would see who looks at the certificate. */
    private static String fingerprint(int port) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anything()}, null);
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket("localhost", port)) {
            socket.startHandshake();
            byte[] certificate = socket.getSession().getPeerCertificates()[0].getEncoded();
            return HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
        }
    }

    private static final class Anything implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // anything goes
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // anything goes
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    @Test
    void anAuthorityFileThatIsNoneIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("no.pem"), "nothing in here");
        ImapSettings settings = serve(new ServerOptions().encryption(Encryption.TLS), Security.TLS);
        assertThat(refusal(settings.trusting(new Trust.CaFile(file))).code()).isEqualTo("mail.tls.cafile");
        assertThat(refusal(settings.trusting(new Trust.CaFile(folder.resolve("missing"))))
                        .code())
                .isEqualTo("mail.tls.cafile");
    }

    @Test
    void tlsWhereThereIsNoneFails() throws Exception {
        ImapSettings settings = serve(new ServerOptions().encryption(Encryption.NONE), Security.TLS);
        assertRefused(settings, MailFailure.TLS_FAILED);
    }

    @Test
    void aServerWithoutStarttlsGetsNoPassword() throws Exception {
        ImapSettings settings = serve(new ServerOptions().encryption(Encryption.NONE), Security.STARTTLS);
        assertRefused(settings, MailFailure.STARTTLS_MISSING);
    }

    @Test
    void clearTextNeedsAWord() throws Exception {
        ImapSettings settings = serve(new ServerOptions().encryption(Encryption.NONE), Security.NONE);
        ImapSettings silent = new ImapSettings(
                settings.host(),
                settings.port(),
                Security.NONE,
                false,
                Optional.empty(),
                Optional.empty(),
                settings.connectTimeout(),
                settings.timeout(),
                Compression.OFF,
                8000);
        assertRefused(silent, MailFailure.CLEAR_TEXT);
        assertOpens(settings);
    }

    @Test
    void wordsPutBeforeTheEncryptionAreAnAttack() throws Exception {
        try (ScriptedServer liar = new ScriptedServer(line -> {
            line.say("* OK [CAPABILITY IMAP4rev1 STARTTLS] ready");
            line.command();
            line.raw(line.tag() + " OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n");
        })) {
            assertThat(refusal(settings("localhost", liar.port(), Security.STARTTLS))
                            .code())
                    .isEqualTo(MailFailure.STARTTLS_INJECTED.code());
        }
    }

    @Test
    void nobodyIsSignedInBeforeTheEncryption() throws Exception {
        try (ScriptedServer liar = new ScriptedServer(line -> line.say("* PREAUTH hello again"))) {
            for (Security security : List.of(Security.STARTTLS, Security.NONE)) {
                assertThat(refusal(settings("localhost", liar.port(), security)).code())
                        .isEqualTo(MailFailure.PREAUTHENTICATED.code());
            }
        }
    }

    @Test
    void whoIsNotThereIsSaid() throws Exception {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = nobody.getLocalPort();
        }
        assertThat(refusal(settings("localhost", port, Security.NONE)).code())
                .isEqualTo(MailFailure.CONNECT_REFUSED.code());
        assertThat(refusal(settings("no-such-host.invalid", 143, Security.NONE)).code())
                .isEqualTo(MailFailure.HOST_UNKNOWN.code());
    }

    @Test
    void aProbeSaysAtWhichStepAndWhatItSaw() throws Exception {
        ImapSettings settings = serve(new ServerOptions().encryption(Encryption.TLS), Security.TLS);
        assertThat(probe(settings))
                .containsExactly("RESOLVE", "CONNECT", "TLS", "CAPABILITIES", "SIGN_IN", "FOLDERS [Count[value=1]]");
        assertThat(probe(settings.trusting(new Trust.System())))
                .containsExactly("RESOLVE", "CONNECT", "TLS mail.tls.untrusted");
        try (ScriptedServer other = new ScriptedServer(line -> line.say("220 smtp.example.org ESMTP"))) {
            assertThat(probe(settings("localhost", other.port(), Security.NONE)))
                    .containsExactly("RESOLVE", "CONNECT", "CAPABILITIES mail.greeting.notimap");
        }
        assertThat(probe(settings("no-such-host.invalid", 1, Security.TLS)))
                .containsExactly("RESOLVE mail.host.unknown");
    }

    private List<String> probe(ImapSettings settings) throws Exception {
        List<String> steps = new ArrayList<>();
        new Imap().probe(settings, Sessions.login(), sessions.context(), ImapProfile.PLAIN, new ProbeSink() {
            @Override
            public void passed(Step step, List<Argument> findings) {
                assertThat(findings).as("%s", step).isNotEmpty();
                steps.add(step == Step.FOLDERS ? step + " " + findings : step.toString());
            }

            @Override
            public void failed(Step step, Failure failure) {
                steps.add(step + " " + failure.code());
            }
        });
        return steps;
    }

    @Test
    void noSecretIsInWhatSettingsAndLoginsSay() {
        assertThat(Sessions.login() + " " + settings("h", 1, Security.TLS)).doesNotContain("pa55-w0rd");
    }
}
