package org.mailwain.mail.pop;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A POP3 server in clear text that does what a test tells it, right or wrong. */
final class ScriptedPop implements AutoCloseable {
    private final ServerSocket listener;
    private final List<byte[]> messages = new ArrayList<>();
    private final List<String> uidls = new ArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> answers = new LinkedHashMap<>();
    private String capabilities = "USER\r\nUIDL\r\nTOP\r\nPIPELINING\r\nSASL PLAIN XOAUTH2\r\n";
    private String greeting = "+OK ready";

    ScriptedPop() throws IOException {
        listener = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        Thread.ofPlatform().daemon().name("pop").start(this::listen);
    }

    int port() {
        return listener.getLocalPort();
    }

    ScriptedPop with(String uidl, byte[] message) {
        uidls.add(uidl);
        messages.add(message);
        return this;
    }

    ScriptedPop without(int index) {
        uidls.remove(index);
        messages.remove(index);
        return this;
    }

    /** Null where the server does not know CAPA. */
    ScriptedPop capabilities(String lines) {
        capabilities = lines;
        return this;
    }

    ScriptedPop greeting(String line) {
        greeting = line;
        return this;
    }

    /** What is sent to commands that begin like this, as it stands. */
    ScriptedPop answer(String command, String raw) {
        answers.put(command, raw.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /** Everything that clients said, but for what is secret. */
    List<String> commands() {
        return commands;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread.ofPlatform().daemon().name("pop").start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = socket.getOutputStream();
            out.write((greeting + "\r\n").getBytes(StandardCharsets.US_ASCII));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                out.write(answer(line));
                out.flush();
                if (line.equals("QUIT")) {
                    return;
                }
            }
        } catch (IOException e) {
            commands.add("(connection lost)");
        }
    }

    private byte[] answer(String line) {
        for (Map.Entry<String, byte[]> scripted : answers.entrySet()) {
            if (line.startsWith(scripted.getKey())) {
                return scripted.getValue();
            }
        }
        String[] words = line.split(" ");
        return switch (words[0]) {
            case "CAPA" -> capabilities == null ? text("-ERR what?") : text("+OK\r\n" + capabilities + ".");
            case "STAT" ->
                text("+OK " + messages.size() + " "
                        + messages.stream().mapToInt(m -> m.length).sum());
            case "LIST" -> listing(true);
            case "UIDL" -> listing(false);
            case "RETR" -> message(words[1], false);
            case "TOP" -> message(words[1], true);
            case "DELE" -> text("-ERR never");
            default -> text("+OK");
        };
    }

    private byte[] listing(boolean sizes) {
        StringBuilder lines = new StringBuilder("+OK\r\n");
        for (int i = 0; i < messages.size(); i++) {
            lines.append(i + 1)
                    .append(' ')
                    .append(sizes ? String.valueOf(messages.get(i).length) : uidls.get(i))
                    .append("\r\n");
        }
        return text(lines + ".");
    }

    private byte[] message(String number, boolean header) {
        String whole = new String(messages.get(Integer.parseInt(number) - 1), StandardCharsets.ISO_8859_1);
        String part = header ? whole.substring(0, whole.indexOf("\r\n\r\n") + 4) : whole;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(text("+OK"));
        String stuffed = (part.startsWith(".") ? "." : "") + part.replace("\r\n.", "\r\n..");
        out.writeBytes(stuffed.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(text(part.endsWith("\r\n") ? "." : "\r\n."));
        return out.toByteArray();
    }

    private static byte[] text(String line) {
        return (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
