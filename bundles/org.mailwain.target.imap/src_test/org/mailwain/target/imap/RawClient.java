package org.mailwain.target.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plainest of clients, to see a mailbox by other eyes. */
final class RawClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    public RawClient(int port, String user, String password) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        in.readLine();
        lines("LOGIN " + user + " " + password);
    }

    /** The untagged lines of an answer. */
    public List<String> lines(String command) throws IOException {
        socket.getOutputStream().write(("t " + command + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("t ")) {
                if (!line.startsWith("t OK")) {
                    throw new IOException(command + ": " + line);
                }
                return lines;
            }
            lines.add(line);
        }
        throw new IOException(command + ": no answer");
    }

    /** Names of folders that can be opened, as they stand on the wire; none of the test's has a literal. */
    public List<String> folders() throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : lines("LIST \"\" \"*\"")) {
            int delimiter = line.indexOf(") \"") + 2;
            if (!line.toLowerCase(Locale.ROOT).contains("\\noselect")) {
                names.add(line.substring(delimiter + 4));
            }
        }
        return names;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
