package org.mailwain.target.imap.exact;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The line between a process that dies and a server. What the process sent before its death reaches the server, or,
 * held back, reaches it later; nothing else passes any more. After {@link #revive} it serves the next process on the
 * same port. Thread-safe.
 */
final class Wire implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;
    private static final int DRAIN_MILLIS = 500;

    private final int server;
    private final ServerSocket listener;
    private final Mask upwards;
    private final Mask downwards;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private Runnable death = () -> {};
    private boolean dead;
    private final StringBuilder said = new StringBuilder();
    private long sent;
    private long answered;
    private long lastSent = NEVER;
    private long lastAnswered = NEVER;
    private long heldFrom = NEVER;
    private Duration late = Duration.ZERO;

    /** @param hidden what the server shall seem not to have */
    Wire(int server, List<Hidden> hidden) throws IOException {
        this.server = server;
        this.upwards = Mask.upwards(hidden);
        this.downwards = Mask.downwards(hidden);
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().name("wire").start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What dies with the line. */
    synchronized void death(Runnable action) {
        death = action;
    }

    /** After so many more bytes to the server the process dies. */
    synchronized void dieAfterSending(long bytes) {
        lastSent = sent + bytes;
    }

    /** After so many more bytes from the server the process dies. */
    synchronized void dieAfterAnswers(long bytes) {
        lastAnswered = answered + bytes;
    }

    /** After so many more bytes what is sent stays on the way; the process dies soon, and the rest arrives after a time. */
    synchronized void holdBackAfter(long bytes, Duration until) {
        heldFrom = sent + bytes;
        late = until;
    }

    /** Forgets what was sent so far. */
    synchronized void listenFromNowOn() {
        said.setLength(0);
    }

    /** The commands that were sent since, without their tags; literals must not be among it. */
    synchronized List<String> commands() {
        return said.toString()
                .lines()
                .map(line -> line.substring(line.indexOf(' ') + 1))
                .toList();
    }

    private synchronized void say(byte[] bytes, int count) {
        said.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
    }

    /** Bytes to the server so far. */
    synchronized long sent() {
        return sent;
    }

    /** Bytes from the server so far. */
    synchronized long answered() {
        return answered;
    }

    /** The process is gone, whatever it still tries. */
    void die() {
        Runnable first = null;
        synchronized (this) {
            if (!dead) {
                dead = true;
                first = death;
            }
        }
        if (first != null) {
            links.forEach(link -> close(link.client));
            first.run();
        }
    }

    /** Serves another process. */
    synchronized void revive() {
        dead = false;
        death = () -> {};
        lastSent = NEVER;
        lastAnswered = NEVER;
        heldFrom = NEVER;
    }

    /** Waits until the server has got what was on its way and ended every connection that the processes left. */
    synchronized void awaitDelivered() throws InterruptedException {
        while (!links.isEmpty()) {
            wait();
        }
    }

    private synchronized void gone(Link link) {
        links.remove(link);
        notifyAll();
    }

    private synchronized boolean isDead() {
        return dead;
    }

    /** How many of the bytes that came pass. */
    private synchronized int pass(boolean up, int count) {
        long before = up ? sent : answered;
        long last = up ? lastSent : lastAnswered;
        int passing = dead ? 0 : (int) Math.min(count, Math.max(0, last - before));
        if (up) {
            sent += passing;
        } else {
            answered += passing;
        }
        return passing;
    }

    private synchronized boolean isHeld() {
        return sent >= heldFrom;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (isDead()) {
                    close(client);
                } else {
                    Link link = new Link(client, new Socket(InetAddress.getLoopbackAddress(), server));
                    links.add(link);
                    Thread.ofPlatform().daemon().name("wire up").start(link::up);
                    Thread.ofPlatform().daemon().name("wire down").start(link::down);
                }
            } catch (IOException e) {
                // closed, or the server is down
                continue;
            }
        }
    }

    @Override
    public void close() {
        close(listener);
        links.forEach(link -> {
            close(link.client);
            close(link.to);
        });
    }

    private static void close(Closeable closed) {
        try {
            closed.close();
        } catch (IOException e) {
            // it is closed as far as a line is concerned
            return;
        }
    }

    /** One connection. */
    private final class Link {
        private final Socket client;
        private final Socket to;
        private final ByteArrayOutputStream held = new ByteArrayOutputStream();

        Link(Socket client, Socket to) throws IOException {
            this.client = client;
            this.to = to;
            client.setTcpNoDelay(true);
            to.setTcpNoDelay(true);
        }

        void up() {
            try {
                move(client.getInputStream(), to.getOutputStream(), true);
            } catch (IOException e) {
                // the process is gone, or the server
            }
            try {
                if (held.size() > 0) {
                    LockSupport.parkNanos(late.toNanos());
                    to.getOutputStream().write(held.toByteArray());
                }
                to.shutdownOutput();
                drain();
            } catch (IOException e) {
                // the server has gone already
            }
            close(to);
            gone(this);
        }

        /** A server that cannot get rid of its answers might not read on. */
        private void drain() throws IOException {
            to.setSoTimeout(DRAIN_MILLIS);
            byte[] buffer = new byte[1 << 14];
            try {
                while (to.getInputStream().read(buffer) >= 0) {
                    Thread.onSpinWait();
                }
            } catch (SocketTimeoutException e) {
                // nothing more comes
                return;
            }
        }

        void down() {
            try {
                move(to.getInputStream(), client.getOutputStream(), false);
            } catch (IOException e) {
                // the process is gone, or the server
            }
            close(client);
        }

        private void move(InputStream from, OutputStream into, boolean up) throws IOException {
            byte[] buffer = new byte[1 << 14];
            Mask.Stream mask = (up ? upwards : downwards).stream();
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                byte[] masked = mask.next(buffer, count);
                int passing = pass(up, masked.length);
                if (passing > 0) {
                    if (up) {
                        say(masked, passing);
                    }
                    if (up && isHeld()) {
                        hold(masked, passing);
                    } else {
                        into.write(masked, 0, passing);
                    }
                }
                if (passing < masked.length) {
                    die();
                    return;
                }
            }
        }

        private void hold(byte[] bytes, int count) {
            boolean first = held.size() == 0;
            held.write(bytes, 0, count);
            if (first) {
                // what the process still writes without waiting for an answer is on its way too
                Thread.ofPlatform().daemon().name("wire death").start(() -> {
                    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                    die();
                });
            }
        }
    }
}
