package org.mailwain.mail.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says what a test tells it to, right or wrong. Each connection plays the script from its start. */
public final class ScriptedServer implements AutoCloseable {
    /** What the server does on a connection. */
    public interface Script {
        void play(Line line) throws Exception;
    }

    private final ServerSocket listener;
    private final Script script;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();

    public ScriptedServer(Script script) throws IOException {
        this.script = script;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::listen);
    }

    /** Greets and lets everybody in, then plays the script. */
    public static ScriptedServer afterSignIn(String capabilities, Script script) throws IOException {
        return new ScriptedServer(line -> {
            line.say("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR] ready");
            line.answer("AUTHENTICATE", "OK [CAPABILITY IMAP4rev1 NAMESPACE " + capabilities + "] in");
            line.answer("NAMESPACE", "OK", "* NAMESPACE ((\"\" \"/\")) NIL NIL");
            script.play(line);
        });
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The command lines that came, without tags. */
    public List<String> heard() {
        return heard;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> play(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void play(Socket socket) {
        try (socket;
                Line line = new Line(socket)) {
            script.play(line);
            line.waitForTheEnd();
        } catch (Exception e) {
            heard.add("! " + e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    /** One connection, seen from the server. */
    public final class Line implements AutoCloseable {
        private final InputStream in;
        private final OutputStream out;
        private final Socket socket;
        private String tag = "";

        Line(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        public void say(String text) throws IOException {
            raw(text + "\r\n");
        }

        public void raw(String text) throws IOException {
            raw(text.getBytes(StandardCharsets.ISO_8859_1));
        }

        public void raw(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** The next command, with its literals (without LITERAL+), without its tag. */
        public String command() throws IOException {
            String text = readLine();
            int blank = text.indexOf(' ');
            tag = text.substring(0, blank);
            heard.add(text.substring(blank + 1));
            return text.substring(blank + 1);
        }

        /** Nothing more is said; what comes is taken still. */
        public void hush() throws IOException {
            socket.shutdownOutput();
        }

        public String tag() {
            return tag;
        }

        public String readLine() throws IOException {
            StringBuilder text = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new IOException("the client went");
                }
                if (b != '\r') {
                    text.append((char) b);
                }
            }
            return text.toString();
        }

        public byte[] bytes(int count) throws IOException {
            return in.readNBytes(count);
        }

        /** Waits for a command that begins so, and answers it with these lines and a tagged end. */
        public void answer(String command, String end, String... lines) throws IOException {
            String got = command();
            if (!got.startsWith(command)) {
                throw new IOException(command + " expected, not " + got);
            }
            for (String text : lines) {
                say(text);
            }
            say(tag + " " + end);
        }

        /** Answers LIST (and LSUB) with these folders, delimiter slash. */
        public void folders(String... names) throws IOException {
            List<String> lines = new ArrayList<>();
            for (String name : names) {
                lines.add("* LIST () \"/\" " + name);
            }
            answer("LIST", "OK done", lines.toArray(new String[0]));
            answer("LSUB", "OK done");
        }

        /** Answers STATUS and EXAMINE or SELECT of one folder. */
        public void open(long validity, long next, long count) throws IOException {
            String status = command();
            if (status.startsWith("STATUS")) {
                String name = status.substring(7, status.indexOf(" ("));
                say("* STATUS " + name + " (MESSAGES " + count + " UIDNEXT " + next + " UIDVALIDITY " + validity + ")");
                say(tag + " OK status");
                command();
            }
            say("* " + count + " EXISTS");
            say("* OK [UIDVALIDITY " + validity + "] ok");
            say("* OK [UIDNEXT " + next + "] ok");
            say(tag + " OK [READ-WRITE] open");
        }

        void waitForTheEnd() throws IOException {
            while (in.read() >= 0) {
                Thread.onSpinWait();
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
