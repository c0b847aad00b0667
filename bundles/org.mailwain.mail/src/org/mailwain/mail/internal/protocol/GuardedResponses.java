package org.mailwain.mail.internal.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ResponseInputStream;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.LiteralStream;
import org.mailwain.mail.internal.wire.Wire;
import org.mailwain.mail.internal.wire.WireInput;

/**
 * Reads one response other than a FETCH: a line with its literals (folder names), each bounded. Angus' own reader takes
 * whatever length a server announces.
 */
final class GuardedResponses extends ResponseInputStream {
    /** No name and no other text that comes as a literal outside of a FETCH is longer. */
    private static final int LITERAL = 1 << 16;

    private static final List<byte[]> STATUS = List.of(bytes("* OK"), bytes("* NO"), bytes("* BAD"), bytes("* BYE"));

    private final Wire wire;
    private byte[] buffer = new byte[512];
    private int used;

    GuardedResponses(Wire wire) {
        super(InputStream.nullInputStream());
        this.wire = wire;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public ByteArray readResponse(ByteArray ignored) throws IOException {
        used = 0;
        line();
        while (data()) {
            int size = literal();
            if (size < 0) {
                break;
            }
            room(size);
            LiteralStream literal = new LiteralStream(wire.in(), size, size);
            used += literal.readNBytes(buffer, used, size);
            line();
        }
        nesting();
        return new ByteArray(Arrays.copyOf(buffer, used), 0, used);
    }

    @Override
    public int available() {
        return 0;
    }

    /** Text may end in what looks like a literal's announcement; only data has literals. */
    private boolean data() {
        return buffer[0] == '*' && STATUS.stream().noneMatch(this::startsWith);
    }

    private boolean startsWith(byte[] word) {
        for (int i = 0; i < word.length; i++) {
            int upper = buffer[i] >= 'a' ? buffer[i] - 32 : buffer[i];
            if (i >= used || upper != word[i]) {
                return false;
            }
        }
        return true;
    }

    private void line() throws IOException {
        WireInput in = wire.in();
        int b = in.read();
        while (b != '\n') {
            room(2);
            buffer[used++] = (byte) b;
            b = in.read();
        }
        if (used > 0 && buffer[used - 1] == '\r') {
            used--;
        }
        room(2);
        buffer[used++] = '\r';
        buffer[used++] = '\n';
    }

    private void room(int more) throws IOException {
        if (used + more > wire.limits().line()) {
            throw wire.broken(MailFailure.LINE_TOO_LONG, wire.limits().line());
        }
        if (used + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(used + more, buffer.length * 2));
        }
    }

    /** The size that the end of the line announces, or -1. */
    private int literal() throws IOException {
        int at = used - 3;
        if (at < 0 || buffer[at] != '}') {
            return -1;
        }
        long size = 0;
        long unit = 1;
        at--;
        if (at >= 0 && buffer[at] == '+') {
            at--;
        }
        int digits = 0;
        while (at >= 0 && buffer[at] >= '0' && buffer[at] <= '9') {
            size += (buffer[at--] - '0') * unit;
            unit *= 10;
            digits++;
            if (digits > 10) {
                throw wire.broken(MailFailure.LITERAL_TOO_LARGE, Long.MAX_VALUE, LITERAL);
            }
        }
        if (digits == 0 || at < 0 || buffer[at] != '{') {
            return -1;
        }
        if (size > LITERAL) {
            throw wire.broken(MailFailure.LITERAL_TOO_LARGE, size, LITERAL);
        }
        return (int) size;
    }

    private void nesting() throws IOException {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < used; i++) {
            byte b = buffer[i];
            if (quoted) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    quoted = false;
                }
            } else if (b == '"') {
                quoted = true;
            } else if (b == '(') {
                depth++;
                if (depth > wire.limits().depth()) {
                    throw wire.broken(MailFailure.NESTED_TOO_DEEP, wire.limits().depth());
                }
            } else if (b == ')') {
                depth--;
            }
        }
    }
}
