package org.mailwain.discovery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.FailureException;
import org.mailwain.discovery.DiscoveryFailure;

class HttpsWebTest {
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @TempDir
    private static Path folder;

    private static HttpsServer server;
    private static ExecutorService threads;
    private static SSLContext trusting;

    @BeforeAll
    static void start() throws Exception {
        KeyStore keys = Keys.of("localhost", folder);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(Keys.serving(keys)));
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", HttpsWebTest::answer);
        server.start();
        trusting = SSLContext.getInstance("TLS");
        trusting.init(null, new TrustManager[] {Keys.trusting(keys)}, null);
    }

    @AfterAll
    static void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        switch (path) {
            case "/good" -> send(exchange, 200, "good".getBytes(StandardCharsets.UTF_8));
            case "/moved" -> redirect(exchange, "/good");
            case "/clear" -> redirect(exchange, "http://localhost/good");
            case "/password" -> redirect(exchange, "https://user:secret@localhost/good");
            case "/odd" -> redirect(exchange, "https://[odd");
            case "/round" -> redirect(exchange, "/round");
            case "/large" -> send(exchange, 200, new byte[ConfigReader.MAX_BYTES + 1]);
            case "/slow" -> {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
            }
            case "/error" -> send(exchange, 500, new byte[0]);
            default -> send(exchange, 404, new byte[0]);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        send(exchange, 302, new byte[0]);
    }

    private static URI at(String path) {
        return URI.create("https://localhost:" + server.getAddress().getPort() + path);
    }

    private static FailureException failure(SSLContext tls, String path) {
        try {
            new HttpsWeb(tls, LIMIT).get(at(path));
            throw new AssertionError(path);
        } catch (FailureException e) {
            return e;
        }
    }

    private static void fails(String path, FailureCode code) {
        FailureException e = failure(trusting, path);
        assertThat(e.failure().is(code)).as(path + " " + e.getMessage()).isTrue();
    }

    @Test
    void readsAPageAndSaysWhereItStood() throws Exception {
        HttpsWeb web = new HttpsWeb(trusting, LIMIT);
        assertThat(web.get(at("/good")).bytes()).asString().isEqualTo("good");
        assertThat(web.get(at("/moved")).place()).isEqualTo(at("/good"));
    }

    @Test
    void followsOnlyWhereItIsSafe() {
        fails("/clear", DiscoveryFailure.REDIRECT);
        fails("/password", DiscoveryFailure.REDIRECT);
        fails("/odd", DiscoveryFailure.REDIRECT);
        fails("/round", DiscoveryFailure.REDIRECT);
    }

    @Test
    void takesNeitherTooMuchNorTooLong() {
        fails("/large", DiscoveryFailure.TOO_LARGE);
        long start = System.nanoTime();
        fails("/slow", DiscoveryFailure.UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT.plusSeconds(2));
    }

    @Test
    void saysWhatTheServerSays() {
        fails("/nothing", DiscoveryFailure.NOT_THERE);
        fails("/error", DiscoveryFailure.STATUS);
    }

    @Test
    void aHostThatNobodyVouchesForIsNotBelieved() {
        assertThat(failure(null, "/good").failure().is(DiscoveryFailure.UNREACHABLE))
                .isTrue();
    }
}
