package org.mailwain.repair.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is made piece by piece, so that no message is held whole. */
abstract class Rewriting extends InputStream {
    private final byte[] one = new byte[1];
    private final Pieces pieces = new Pieces();
    private boolean ended;

    /** Gives its bytes out without a copy. */
    private static final class Pieces extends ByteArrayOutputStream {
        private int given;

        int give(byte[] bytes, int from, int length) {
            int now = Math.min(length, count - given);
            System.arraycopy(buf, given, bytes, from, now);
            given += now;
            if (given == count) {
                reset();
                given = 0;
            }
            return now;
        }
    }

    /** Makes the next piece, which may be empty. @return false at the end, with which a last piece may come */
    abstract boolean step(ByteArrayOutputStream out) throws IOException;

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (pieces.size() == 0 && !ended) {
            ended = !step(pieces);
        }
        return pieces.size() == 0 ? -1 : pieces.give(bytes, from, length);
    }
}
