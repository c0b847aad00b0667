package org.mailwain.simulator.graph;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.mailwain.demo.server.Authority;
import org.mailwain.simulator.graph.internal.Dispatcher;
import org.mailwain.simulator.graph.internal.TokenCalls;
import org.mailwain.simulator.graph.internal.Tokens;

/**
 * Serves one {@link Tenant} on 127.0.0.1: Graph under {@code /v1.0} and {@code /beta}, the sign-in under the tenant's id
 * or domain. Everything is in memory and gone with {@link #close()}. Thread-safe.
 */
public final class GraphSimulator implements AutoCloseable {
    private static final int MOST_LOGGED = 200_000;

    private final HttpsServer server;
    private final ExecutorService threads;
    private final Authority authority;
    private final Tenant tenant;
    private final Tokens tokens;
    private final TokenCalls signIn;
    private final Faults faults = new Faults();
    private final List<Logged> log = new ArrayList<>();

    private GraphSimulator(SimulatorOptions options) throws IOException {
        // without it each answer waits for the client's delayed acknowledgement
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        // the server of the JDK drops whatever rests beyond 200, as no service does
        setUnlessSet("sun.net.httpserver.maxIdleConnections", "10000");
        setUnlessSet("sun.net.httpserver.idleInterval", "120");
        authority = options.authority().orElseGet(Authority::create);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), options.port()), 500);
        server.setHttpsConfigurator(new HttpsConfigurator(authority.server(List.of("localhost", "127.0.0.1"))));
        threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        tenant = new Tenant(options.clock(), options.mailboxDelay());
        tokens = new Tokens(tenant, options.clock(), options.tokenLife(), faults::issued);
        signIn = new TokenCalls(tenant, tokens, base());
        server.createContext("/", new Dispatcher(base(), options, tenant, tokens, signIn, faults, this::logged));
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    public static GraphSimulator start(SimulatorOptions options) throws IOException {
        GraphSimulator simulator = new GraphSimulator(options);
        simulator.server.start();
        return simulator;
    }

    public String host() {
        return "localhost";
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Where Graph and the sign-in are, without a slash at the end. */
    public String base() {
        return "https://" + host() + ":" + port();
    }

    /** Whom a client has to trust. */
    public Authority authority() {
        return authority;
    }

    public Tenant tenant() {
        return tenant;
    }

    public Faults faults() {
        return faults;
    }

    /** A token for Graph, as the sign-in would give one to the application. */
    public String token(Application application) {
        return tokens.issue(application, null, "https://graph.microsoft.com");
    }

    /** Likewise for a signed-in user. */
    public String token(Application application, User user) {
        return tokens.issue(application, user, "https://graph.microsoft.com");
    }

    /** Tokens of now are refused from now on, before their time. */
    public void revokeTokens() {
        tokens.revokeAll();
    }

    /**
     * Whether a mail server of the tenant lets the user in with the token now: the application's for any mailbox, a
     * person's for his own.
     *
     * @param audience the service's own name, such as {@code https://outlook.office365.com}
     */
    public boolean accepts(String user, String token, String audience) {
        return tokens.opens(token, audience, user);
    }

    /** A person types a device's code and signs in. @return whether the code is known */
    public boolean approve(String userCode, User user) {
        return signIn.approve(userCode, user);
    }

    /** Whoever sits at the browser signs in on the page of the sign-in. @param user null for nobody */
    public void atTheBrowser(User user) {
        signIn.atTheBrowser(user);
    }

    private void logged(Logged request) {
        synchronized (log) {
            if (log.size() < MOST_LOGGED) {
                log.add(request);
            }
        }
    }

    /** Requests that were answered, those within a batch too, since the start or {@link #forget()}. */
    public List<Logged> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    public void forget() {
        synchronized (log) {
            log.clear();
        }
    }

    @Override
    public void close() {
        faults.clear();
        server.stop(0);
        threads.shutdownNow();
    }
}
