package org.mailwain.discovery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.demo.server.Authority;
import org.mailwain.demo.server.DemoServer;
import org.mailwain.demo.server.Encryption;
import org.mailwain.demo.server.ServerOptions;
import org.mailwain.discovery.Attempt;
import org.mailwain.discovery.Protection;
import org.mailwain.discovery.Protocol;

class TlsDoorTest {
    @TempDir
    private Path folder;

    private static final Authority AUTHORITY = Authority.create();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static Door door() throws Exception {
        return door(LIMIT);
    }

    private static Door door(Duration limit) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", AUTHORITY.certificate());
        return new TlsDoor(Witness.of(store), limit);
    }

    private static Attempt knock(ServerOptions options, Protocol protocol, Protection protection) throws Exception {
        try (DemoServer server = DemoServer.start(options)) {
            return door().knock(protocol, "localhost", server.port(), protection);
        }
    }

    private static ServerOptions options() {
        return new ServerOptions().authority(AUTHORITY);
    }

    @Test
    void aGoodServerAnswersAndShowsItsCertificate() throws Exception {
        Attempt attempt = knock(options(), Protocol.IMAP, Protection.TLS);
        assertThat(attempt.state()).as(attempt.said()).isEqualTo(Attempt.State.ANSWERS);
        assertThat(attempt.said()).startsWith("* OK");
        assertThat(attempt.certificate().orElseThrow().names()).contains("localhost");
        assertThat(attempt.certificate().orElseThrow().sha256()).hasSize(64);
    }

    @Test
    void startTlsIsTriedToTheEnd() throws Exception {
        Attempt attempt = startTls("localhost");
        assertThat(attempt.state()).as(attempt.said()).isEqualTo(Attempt.State.ANSWERS);
        assertThat(attempt.certificate()).isPresent();
    }

    @Test
    void aCertificateForOthersIsRefusedAfterStartTlsToo() throws Exception {
        Attempt attempt = startTls("elsewhere.example");
        assertThat(attempt.state()).isEqualTo(Attempt.State.CERTIFICATE_REFUSED);
        assertThat(attempt.certificate().orElseThrow().names()).containsExactly("elsewhere.example");
    }

    private Attempt startTls(String name) throws Exception {
        KeyStore keys = Keys.of(name, folder);
        SSLContext context = Keys.serving(keys);
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> begin(server, context));
            try {
                return new TlsDoor(Keys.trusting(keys), LIMIT)
                        .knock(Protocol.IMAP, "localhost", server.getLocalPort(), Protection.STARTTLS);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static void begin(ServerSocket server, SSLContext context) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("* OK hello\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().readNBytes("a STARTTLS\r\n".length()))
                    .hasSize(12);
            socket.getOutputStream().write("a OK begin\r\n".getBytes(StandardCharsets.US_ASCII));
            try (SSLSocket secure =
                    (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true)) {
                secure.setUseClientMode(false);
                secure.startHandshake();
                secure.getInputStream().transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException clientLeft) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aCertificateForOthersIsShownAndNotAccepted() throws Exception {
        Attempt attempt = knock(options().certificateNames("imap.elsewhere.example"), Protocol.IMAP, Protection.TLS);
        assertThat(attempt.state()).isEqualTo(Attempt.State.CERTIFICATE_REFUSED);
        assertThat(attempt.certificate().orElseThrow().names()).containsExactly("imap.elsewhere.example");
    }

    @Test
    void anUnknownAuthorityAndAnOldCertificateAreRefused() throws Exception {
        assertThat(knock(new ServerOptions(), Protocol.IMAP, Protection.TLS).state())
                .isEqualTo(Attempt.State.CERTIFICATE_REFUSED);
        assertThat(knock(options().expired(), Protocol.IMAP, Protection.TLS).state())
                .isEqualTo(Attempt.State.CERTIFICATE_REFUSED);
    }

    @Test
    void withoutEncryptionThatIsSaid() throws Exception {
        assertThat(knock(options().encryption(Encryption.NONE), Protocol.IMAP, Protection.NONE)
                        .state())
                .isEqualTo(Attempt.State.CLEAR_TEXT);
    }

    @Test
    void anotherProtocolIsNoAnswer() throws Exception {
        Attempt pop = knock(options(), Protocol.POP3, Protection.TLS);
        assertThat(pop.state()).as(pop.said()).isEqualTo(Attempt.State.OTHER_SERVICE);
        Attempt clear = against(Protection.TLS, "* OK hello\r\n", "");
        assertThat(clear.state()).as(clear.said()).isEqualTo(Attempt.State.OTHER_SERVICE);
    }

    @Test
    void nobodyIsThere() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        assertThat(door().knock(Protocol.IMAP, "localhost", port, Protection.TLS)
                        .state())
                .isEqualTo(Attempt.State.SILENT);
        assertThat(door().knock(Protocol.IMAP, "no-such-host.invalid", 993, Protection.TLS)
                        .state())
                .isEqualTo(Attempt.State.SILENT);
    }

    @Test
    void wordsBehindStartTlsAreNotBelieved() throws Exception {
        assertThat(against(Protection.STARTTLS, "* OK hello\r\n", "a OK go\r\n* CAPABILITY AUTH=PLAIN\r\n")
                        .state())
                .isEqualTo(Attempt.State.OTHER_SERVICE);
        assertThat(against(Protection.STARTTLS, "* OK hello\r\n", "a NO never\r\n")
                        .state())
                .isEqualTo(Attempt.State.OTHER_SERVICE);
    }

    @Test
    void aServerThatNeverEndsItsLineIsLeft() throws Exception {
        long start = System.nanoTime();
        assertThat(against(Protection.STARTTLS, "* OK " + "x".repeat(100_000), "")
                        .said()
                        .length())
                .isLessThan(3000);
        assertThat(against(Protection.STARTTLS, "", "").state()).isEqualTo(Attempt.State.SILENT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }

    /** What comes of a server that says these things whatever it is asked, and then nothing. */
    private static Attempt against(Protection protection, String greeting, String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.execute(() -> serve(server, greeting, answer));
            try {
                return door(Duration.ofSeconds(2)).knock(Protocol.IMAP, "localhost", server.getLocalPort(), protection);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static void serve(ServerSocket server, String greeting, String answer) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(greeting.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().read();
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException clientLeft) {
            Thread.currentThread().interrupt();
        }
    }
}
