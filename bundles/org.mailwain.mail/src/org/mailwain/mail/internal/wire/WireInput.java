package org.mailwain.mail.internal.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.mailwain.mail.MailFailure;

/**
 * What comes from a server, buffered, with a bound on everything that is not a literal. Confined to the thread that
 * uses the connection.
 */
public final class WireInput {
    private static final int BUFFER = 1 << 16;
    /** Above this, bytes of a literal skip the buffer. */
    private static final int DIRECT = 1 << 14;

    private final Wire wire;
    private final InputStream in;
    private final Patience patience;
    private final int lineLimit;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    /** Bytes that came before those in the buffer. */
    private long before;
    /** Where the response that is being read began, moved on by each literal in it. */
    private long start;

    WireInput(Wire wire, InputStream in, Patience patience, int lineLimit) {
        this.wire = wire;
        this.in = in;
        this.patience = patience;
        this.lineLimit = lineLimit;
    }

    /** Whether bytes came that nobody has read yet. */
    public boolean isEmpty() {
        return at == end;
    }

    /** A response begins here: its length is counted from now on. */
    public void begin() {
        start = before + at;
    }

    /** A response was read to its end. */
    public void ended() {
        patience.line();
    }

    /** The response was asked for. */
    public void useful() {
        patience.useful();
    }

    /** How many bytes the current response has, literals aside. */
    public long length() {
        return before + at - start;
    }

    public int read() throws IOException {
        if (at == end) {
            fill();
        }
        return buffer[at++] & 0xFF;
    }

    public int peek() throws IOException {
        if (at == end) {
            fill();
        }
        return buffer[at] & 0xFF;
    }

    /** The byte so many places ahead, fewer than a thousand, without taking it. */
    public int ahead(int distance) throws IOException {
        while (end - at <= distance) {
            if (at > 0) {
                System.arraycopy(buffer, at, buffer, 0, end - at);
                before += at;
                end -= at;
                at = 0;
            }
            end += receive(buffer, end, buffer.length - end);
        }
        return buffer[at + distance] & 0xFF;
    }

    /** Takes so many bytes that were seen by {@link #ahead}. */
    public void skip(int count) {
        at += count;
    }

    /** Some bytes of a literal, at least one. */
    int literal(byte[] into, int offset, int length) throws IOException {
        int count;
        if (at < end) {
            count = Math.min(length, end - at);
            System.arraycopy(buffer, at, into, offset, count);
            at += count;
        } else if (length >= DIRECT) {
            count = receive(into, offset, length);
            before += count;
        } else {
            refill();
            return literal(into, offset, length);
        }
        start += count;
        patience.flowing();
        return count;
    }

    private void fill() throws IOException {
        if (length() > lineLimit) {
            throw wire.broken(MailFailure.LINE_TOO_LONG, lineLimit);
        }
        refill();
    }

    private void refill() throws IOException {
        before += end;
        at = 0;
        end = 0;
        end = receive(buffer, 0, buffer.length);
    }

    private int receive(byte[] into, int offset, int length) throws IOException {
        wire.acknowledge();
        patience.reading();
        int count = 0;
        try {
            count = in.read(into, offset, length);
        } catch (IOException | RuntimeException e) {
            throw wire.lost(e);
        } finally {
            patience.over(Math.max(0, count));
        }
        if (count < 0) {
            throw wire.lost(new EOFException());
        }
        return count;
    }
}
