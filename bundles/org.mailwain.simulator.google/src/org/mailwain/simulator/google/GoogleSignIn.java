package org.mailwain.simulator.google;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailwain.demo.server.Authority;

/**
 * The token endpoint of Google for service accounts with domain-wide delegation, on 127.0.0.1 by HTTPS. It refuses what
 * Google refuses: another audience, a scope that was not delegated, an unknown user, a wrong signature, an assertion
 * from the future or for more than an hour. Thread-safe.
 */
public final class GoogleSignIn implements AutoCloseable {
    private static final int MOST_BYTES = 65_536;

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Authority authority;
    private final Clock clock;
    private final Duration life;
    private final Map<String, ServiceAccount> accounts = new ConcurrentHashMap<>();
    private final Set<String> users = ConcurrentHashMap.newKeySet();
    private final Map<String, Granted> tokens = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();

    private record Granted(String user, Instant end) {}

    private GoogleSignIn(Authority authority, Clock clock, Duration life) throws IOException {
        this.authority = authority;
        this.clock = clock;
        this.life = life;
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.server(List.of("localhost", "127.0.0.1"))));
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /** @param life of tokens */
    public static GoogleSignIn start(Authority authority, Clock clock, Duration life) throws IOException {
        GoogleSignIn signIn = new GoogleSignIn(authority, clock, life);
        signIn.server.start();
        return signIn;
    }

    /** Where tokens are given out. */
    public String address() {
        return "https://localhost:" + server.getAddress().getPort() + "/token";
    }

    /** Whom a client has to trust. */
    public Authority authority() {
        return authority;
    }

    public ServiceAccount account(String name) {
        ServiceAccount account = new ServiceAccount(name);
        accounts.put(account.mail(), account);
        return account;
    }

    public GoogleSignIn user(String address) {
        users.add(address);
        return this;
    }

    /** Whether a mail server lets the user in with the token now. */
    public boolean accepts(String user, String token) {
        Granted granted = tokens.get(token);
        return granted != null && granted.user().equals(user) && clock.instant().isBefore(granted.end());
    }

    /** Tokens of now are refused from now on, before their time. */
    public void revokeTokens() {
        tokens.clear();
    }

    /** How often a token was asked for. */
    public int requests() {
        return requests.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
            String type = exchange.getRequestHeaders().getFirst("Content-Type");
            boolean form = "application/x-www-form-urlencoded".equals(type);
            if (!exchange.getRequestMethod().equals("POST")
                    || !exchange.getRequestURI().getPath().equals("/token")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            Assertion.Verdict verdict = form
                    ? new Assertion(accounts, users, address(), clock.instant()).judge(body)
                    : Assertion.refused("invalid_request", "Bad content type.");
            if (verdict.error().isEmpty()) {
                answer(exchange, 200, granted(verdict.user()));
            } else {
                answer(exchange, verdict.status(), verdict.json());
            }
        }
    }

    private String granted(String user) {
        String token = "ya29." + UUID.randomUUID();
        tokens.put(token, new Granted(user, clock.instant().plus(life)));
        return "{\"access_token\":\"" + token + "\",\"expires_in\":" + life.toSeconds() + ",\"token_type\":\"Bearer\"}";
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
