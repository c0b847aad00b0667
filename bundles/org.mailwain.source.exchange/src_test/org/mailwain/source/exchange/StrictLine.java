package org.mailwain.source.exchange;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands in for Exchange before a server in memory: hangs up on what Exchange does not take, which is a command line
 * over 10,240 bytes, or gets wrong, which is BODYSTRUCTURE. No Exchange can be had for a test.
 */
final class StrictLine implements AutoCloseable {
    private static final int LONGEST_COMMAND = 10_240;

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final int server;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    StrictLine(int server) throws IOException {
        this.server = server;
        Thread.ofVirtual().start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    List<String> commands() {
        return new ArrayList<>(commands);
    }

    List<String> refused() {
        return refused;
    }

    private void listen() {
        try {
            while (!listener.isClosed()) {
                Socket client = listener.accept();
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server);
                sockets.addAll(List.of(client, behind));
                Thread.ofVirtual().start(() -> forward(client, behind));
                Thread.ofVirtual().start(() -> back(behind, client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void forward(Socket client, Socket behind) {
        try (client;
                behind) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            OutputStream out = new BufferedOutputStream(behind.getOutputStream());
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int b = in.read(); b >= 0; b = in.read()) {
                line.write(b);
                if (b == '\n') {
                    String text = line.toString(StandardCharsets.ISO_8859_1).strip();
                    commands.add(text);
                    if (line.size() > LONGEST_COMMAND
                            || text.toUpperCase(Locale.ROOT).contains("BODYSTRUCTURE")) {
                        refused.add(text);
                        return;
                    }
                    line.writeTo(out);
                    out.flush();
                    line.reset();
                }
            }
        } catch (IOException e) {
            // one side went
        }
    }

    private static void back(Socket behind, Socket client) {
        try (client;
                behind) {
            behind.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException e) {
            // one side went
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
