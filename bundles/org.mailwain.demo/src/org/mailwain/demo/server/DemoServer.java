package org.mailwain.demo.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.mailwain.demo.internal.imap.FaultPlan;
import org.mailwain.demo.internal.imap.Host;
import org.mailwain.demo.internal.imap.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An IMAP server on 127.0.0.1 and a free port, with its mail in memory. Users sign in by LOGIN or PLAIN; an
 * administrator signs in for a user by PLAIN with an authorisation identity, or as {@code user*admin}. Any thread may
 * call.
 */
public final class DemoServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoServer.class);
    private static final int BACKLOG = 100;
    private static final int MAX_NOTES = 100_000;
    private static final int END_SECONDS = 5;

    private final ServerOptions options;
    private final ServerSocket listener;
    private final SSLSocketFactory tls;
    private final FaultPlan plan = new FaultPlan();
    private final Faults faults = new Faults(plan);
    private final Map<String, DemoAccount> accounts = new ConcurrentHashMap<>();
    private final Map<String, byte[]> administrators = new ConcurrentHashMap<>();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    /** Guarded by itself. */
    private final List<String> commands = new ArrayList<>();

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean closed;

    private DemoServer(ServerOptions options, ServerSocket listener, SSLSocketFactory tls) {
        this.options = options;
        this.listener = listener;
        this.tls = tls;
    }

    public static DemoServer start() throws IOException {
        return start(new ServerOptions());
    }

    public static DemoServer start(ServerOptions options) throws IOException {
        ServerOptions own = options.copy();
        if (own.authority() == null) {
            own.authority(Authority.create());
        }
        SSLSocketFactory tls = own.encryption() == Encryption.NONE
                ? null
                : own.authority()
                        .server(own.certificateNames(), own.isExpired())
                        .getSocketFactory();
        ServerSocket listener = new ServerSocket();
        listener.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), options.port()), BACKLOG);
        DemoServer server = new DemoServer(own, listener, tls);
        server.threads.execute(server::listen);
        return server;
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** A copy of what the server was started with. */
    public ServerOptions options() {
        return options.copy();
    }

    /** Whom a client has to trust. */
    public Authority authority() {
        return options.authority();
    }

    public Faults faults() {
        return faults;
    }

    public DemoAccount add(String user, String password) {
        return accounts.computeIfAbsent(
                user, name -> new DemoAccount(name, password.getBytes(StandardCharsets.UTF_8), options));
    }

    public void addAdministrator(String user, String password) {
        administrators.put(user, password.getBytes(StandardCharsets.UTF_8));
    }

    /** Null where there is no such user. */
    public DemoAccount account(String user) {
        return accounts.get(user);
    }

    /** Names of the commands that clients began since the start or {@link #forget()}: {@code UID FETCH}. */
    public List<String> commands() {
        synchronized (commands) {
            return List.copyOf(commands);
        }
    }

    public void forget() {
        synchronized (commands) {
            commands.clear();
        }
    }

    /** How many connections were made since the start. */
    public int connections() {
        return connections.get();
    }

    public int openConnections() {
        return sockets.size();
    }

    /** Drops every connection; new ones are taken as before. */
    public void dropConnections() {
        sockets.forEach(DemoServer::drop);
    }

    @Override
    public void close() {
        closed = true;
        plan.end();
        try {
            listener.close();
        } catch (IOException e) {
            LOG.debug("listener", e);
        }
        dropConnections();
        threads.shutdownNow();
        try {
            threads.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        Host host = new Connections();
        while (!closed) {
            try {
                Socket socket = listener.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                threads.execute(() -> serve(host, socket));
            } catch (IOException e) {
                LOG.debug("listening ended", e);
            }
        }
    }

    private void serve(Host host, Socket socket) {
        try {
            new Session(host, socket).run();
        } finally {
            sockets.remove(socket);
        }
    }

    private static void drop(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("drop", e);
        }
    }

    /** What the connections may know of the server. */
    private final class Connections implements Host {
        @Override
        public ServerOptions options() {
            return options;
        }

        @Override
        public FaultPlan faults() {
            return plan;
        }

        @Override
        public SSLSocketFactory tls() {
            return tls;
        }

        @Override
        public Optional<DemoAccount> signIn(String user, byte[] password, String as) {
            if (as == null || as.equals(user)) {
                return Optional.ofNullable(accounts.get(user)).filter(account -> account.accepts(password));
            }
            byte[] expected = administrators.get(user);
            boolean administrator = expected != null && MessageDigest.isEqual(expected, password);
            return administrator ? Optional.ofNullable(accounts.get(as)) : Optional.empty();
        }

        @Override
        public Optional<DemoAccount> byToken(String user, String token) {
            boolean good = options.tokens().accepts(user, token);
            return good ? Optional.ofNullable(accounts.get(user)) : Optional.empty();
        }

        @Override
        public void note(String command) {
            synchronized (commands) {
                if (commands.size() < MAX_NOTES) {
                    commands.add(command);
                }
            }
        }

        @Override
        public void later(Runnable work) {
            threads.execute(work);
        }
    }
}
