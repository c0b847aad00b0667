package org.mailwain.tck.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The smallest IMAP client that does: one command at a time, in clear text, literals kept as bytes. For one thread. */
final class ImapClient implements AutoCloseable {
    private static final int LONGEST_WAIT_MILLIS = 20_000;

    /** A response; where a literal stood, {@code text} has its number between two NULs. */
    record Response(String text, List<byte[]> literals) {}

    /** What came before the end of a command. */
    record Answer(boolean isOk, String end, List<Response> responses) {}

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;
    private int tag;

    ImapClient(String host, int port) throws IOException {
        socket.connect(new InetSocketAddress(host, port), LONGEST_WAIT_MILLIS);
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        response();
    }

    /** @throws IOException where the server says no */
    List<Response> must(Object... parts) throws IOException {
        Answer answer = run(parts);
        if (!answer.isOk()) {
            throw new IOException(parts[0] + ": " + answer.end());
        }
        return answer.responses();
    }

    /** Parts are text, or bytes that go out as a literal. */
    Answer run(Object... parts) throws IOException {
        String mine = "t" + ++tag;
        List<Response> responses = new ArrayList<>();
        out.write((mine + " ").getBytes(StandardCharsets.US_ASCII));
        for (Object part : parts) {
            if (part instanceof byte[] literal) {
                out.write(("{" + literal.length + "}\r\n").getBytes(StandardCharsets.US_ASCII));
                Response invitation = until(mine, responses);
                if (!invitation.text().startsWith("+")) {
                    return new Answer(false, invitation.text(), responses);
                }
                out.write(literal);
            } else {
                out.write(part.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
        out.write(new byte[] {'\r', '\n'});
        String end = until(mine, responses).text();
        return new Answer(end.startsWith(mine + " OK"), end, responses);
    }

    private Response until(String mine, List<Response> responses) throws IOException {
        out.flush();
        while (true) {
            Response response = response();
            if (response.text().startsWith(mine + " ") || response.text().startsWith("+")) {
                return response;
            }
            responses.add(response);
        }
    }

    private Response response() throws IOException {
        StringBuilder text = new StringBuilder();
        List<byte[]> literals = new ArrayList<>();
        while (true) {
            String line = line();
            int open = line.endsWith("}") ? line.lastIndexOf('{') : -1;
            if (open < 0) {
                return new Response(text.append(line).toString(), literals);
            }
            text.append(line, 0, open).append('\0').append(literals.size()).append('\0');
            literals.add(in.readNBytes(Integer.parseInt(line.substring(open + 1, line.length() - 1))));
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            bytes.write(b);
        }
        String line = bytes.toString(StandardCharsets.ISO_8859_1);
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** A name in modified UTF-7 (RFC 3501 section 5.1.3), quoted. */
    static String quoted(String name) {
        StringBuilder text = new StringBuilder("\"");
        StringBuilder shifted = new StringBuilder();
        for (char c : (name + '\0').toCharArray()) {
            if (c != 0 && (c < ' ' || c > '~')) {
                shifted.append(c);
                continue;
            }
            if (!shifted.isEmpty()) {
                byte[] utf16 = shifted.toString().getBytes(StandardCharsets.UTF_16BE);
                String encoded = Base64.getEncoder().withoutPadding().encodeToString(utf16);
                text.append('&').append(encoded.replace('/', ',')).append('-');
                shifted.setLength(0);
            }
            if (c == '&') {
                text.append("&-");
            } else if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c != 0) {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
