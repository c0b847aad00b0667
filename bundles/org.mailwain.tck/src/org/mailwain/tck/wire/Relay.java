package org.mailwain.tck.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between a client and a server on 127.0.0.1, on a free port, and breaks when told to. What is encrypted passes
 * as it is. Thread-safe.
 */
public final class Relay implements AutoCloseable {
    private static final long NAP_NANOS = Duration.ofMillis(5).toNanos();

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();

    /** Passes everything on to the server, until told otherwise. */
    public Relay(String host, int port) throws IOException {
        server = new InetSocketAddress(host, port);
        listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofPlatform().daemon().name("relay").start(this::listen);
    }

    public String host() {
        return "127.0.0.1";
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Connections that are open. */
    public int connections() {
        return links.size();
    }

    /** Ends the connections of now, in both directions. */
    public void cut() {
        List.copyOf(links).forEach(Link::close);
    }

    /** Nothing passes on the connections of now any more, in either direction; they stay open. */
    public void hang() {
        links.forEach(link -> link.silent = true);
    }

    /** On the connections of now nothing comes back any more; what is sent arrives, until they end after a time. */
    public void loseAnswers(Duration until) {
        List<Link> those = List.copyOf(links);
        those.forEach(link -> link.answersLost = true);
        Thread.ofPlatform().daemon().name("relay").start(() -> {
            LockSupport.parkNanos(until.toNanos());
            those.forEach(Link::close);
        });
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Link link = new Link(client, new Socket());
                links.add(link);
                Thread.ofPlatform().daemon().name("relay").start(link::run);
            } catch (IOException e) {
                // closed, or the client has gone already
                continue;
            }
        }
    }

    @Override
    public void close() {
        closeQuietly(listener);
        cut();
    }

    private static void closeQuietly(AutoCloseable closed) {
        try {
            closed.close();
        } catch (Exception e) {
            // it is closed as far as a relay is concerned
            return;
        }
    }

    /** One connection. */
    private final class Link {
        private final Socket client;
        private final Socket to;
        private volatile boolean silent;
        private volatile boolean answersLost;

        private Link(Socket client, Socket to) {
            this.client = client;
            this.to = to;
        }

        private void run() {
            try {
                client.setTcpNoDelay(true);
                to.setTcpNoDelay(true);
                to.connect(server, 5_000);
                Thread.ofPlatform().daemon().name("relay").start(() -> pass(to, client, true));
                pass(client, to, false);
            } catch (IOException e) {
                close();
            }
        }

        private void pass(Socket from, Socket into, boolean answers) {
            byte[] buffer = new byte[1 << 16];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = into.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    while (silent && links.contains(this)) {
                        LockSupport.parkNanos(NAP_NANOS);
                    }
                    if (!answers || !answersLost) {
                        out.write(buffer, 0, count);
                    }
                }
                into.shutdownOutput();
            } catch (IOException e) {
                close();
            }
            if (answers) {
                close();
            }
        }

        private void close() {
            links.remove(this);
            closeQuietly(client);
            closeQuietly(to);
        }
    }
}
