package org.mailwain.mail.internal.pop;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.Wire;
import org.mailwain.mail.internal.wire.WireInput;

/**
 * A message as it comes: dots at the beginning of lines undone (RFC 1939 section 3), the end found, the header kept
 * aside. Lines may be of any length, since nobody holds one.
 */
final class PopStream extends InputStream {
    /** So often the connection is told that it is of use. */
    private static final int STRETCH = 1 << 14;

    private final Wire wire;
    private final WireInput in;
    private final long largest;
    private final ByteArrayOutputStream header = new ByteArrayOutputStream(2_000);
    private boolean inHeader = true;
    private boolean lineStart = true;
    private boolean carriage;
    private boolean ended;
    private int lineLength;
    private long count;
    private long most = Long.MAX_VALUE;

    PopStream(Wire wire, long largest) {
        this.wire = wire;
        this.in = wire.in();
        this.largest = largest;
    }

    /** Gives the header alone, and no more than may be looked at of one; {@link #finish} reads the rest. */
    PopStream headerOnly() {
        most = HeaderIdentity.MAX_HEADER;
        return this;
    }

    @Override
    public int read() throws IOException {
        boolean over = ended || most != Long.MAX_VALUE && (count >= most || !inHeader);
        return over ? -1 : next();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int at = 0;
        while (at < length) {
            int b = read();
            if (b < 0) {
                return at == 0 && length > 0 ? -1 : at;
            }
            into[offset + at++] = (byte) b;
        }
        return at;
    }

    private int next() throws IOException {
        int b = in.read();
        if (lineStart && b == '.') {
            b = in.read();
            if (b == '\r' && in.peek() == '\n') {
                in.read();
                in.ended();
                in.useful();
                ended = true;
                return -1;
            }
        }
        taken(b);
        return b;
    }

    private void taken(int b) throws IOException {
        count++;
        if (count > largest) {
            throw wire.broken(MailFailure.LITERAL_TOO_LARGE, count, largest);
        }
        if (count % STRETCH == 0) {
            in.begin();
            in.useful();
        }
        if (inHeader && header.size() < HeaderIdentity.MAX_HEADER) {
            header.write(b);
        }
        lineStart = carriage && b == '\n';
        carriage = b == '\r';
        if (b == '\n') {
            inHeader &= lineLength > 0;
            lineLength = 0;
        } else if (b != '\r') {
            lineLength++;
        }
    }

    /** Reads what is left of the message, and forgets it. */
    void finish() throws IOException {
        while (!ended) {
            next();
        }
    }

    /** The header, up to what may be looked at of one. */
    byte[] header() {
        return header.toByteArray();
    }
}
