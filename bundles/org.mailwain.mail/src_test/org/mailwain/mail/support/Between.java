package org.mailwain.mail.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A line to a server that can be cut, silenced, or made deaf in one direction. */
public final class Between implements AutoCloseable {
    private final ServerSocket listener;
    private final int port;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();

    public Between(int port) throws IOException {
        this.port = port;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                lines.add(new Line(listener.accept(), new Socket(InetAddress.getLoopbackAddress(), port)));
            } catch (IOException e) {
                if (listener.isClosed()) {
                    return;
                }
            }
        }
    }

    /** The connections of now are closed, on both sides. */
    public void cut() {
        lines.forEach(Line::cut);
        lines.clear();
    }

    /** On the connections of now nothing passes any more. */
    public void silence() {
        lines.forEach(line -> {
            line.up = false;
            line.down = false;
        });
    }

    /** On the connections of now nothing comes back; a moment later the client loses them. */
    public void loseAnswers() {
        lines.forEach(line -> {
            line.down = false;
            Thread.ofVirtual().start(line::cutLater);
        });
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }

    private static final class Line {
        private final Socket client;
        private final Socket server;
        private volatile boolean up = true;
        private volatile boolean down = true;

        Line(Socket client, Socket server) {
            this.client = client;
            this.server = server;
            Thread.ofVirtual().start(() -> pump(client, server, true));
            Thread.ofVirtual().start(() -> pump(server, client, false));
        }

        private void pump(Socket from, Socket to, boolean upwards) {
            byte[] buffer = new byte[1 << 14];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    if (upwards ? up : down) {
                        out.write(buffer, 0, count);
                    }
                }
                to.shutdownOutput();
            } catch (IOException e) {
                cut();
            }
        }

        private void cutLater() {
            try {
                Thread.sleep(200);
                client.close();
            } catch (IOException | InterruptedException e) {
                cut();
            }
        }

        private void cut() {
            try {
                client.close();
                server.close();
            } catch (IOException e) {
                // closed all the same
                return;
            }
        }
    }
}
