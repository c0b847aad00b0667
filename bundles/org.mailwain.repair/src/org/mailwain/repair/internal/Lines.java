package org.mailwain.repair.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lines of a message as they come, with their ends; a line that is long comes in pieces. */
final class Lines {
    static final int PIECE = 16 * 1024;

    private final InputStream in;
    private final byte[] bytes = new byte[PIECE];
    private int length;
    private boolean starts = true;
    private boolean ended = true;

    Lines(InputStream in) {
        this.in = new BufferedInputStream(in, 64 * 1024);
    }

    /** @return false at the end */
    boolean next() throws IOException {
        starts = ended;
        ended = false;
        length = 0;
        while (length < PIECE && !ended) {
            int b = in.read();
            if (b < 0) {
                return length > 0;
            }
            bytes[length++] = (byte) b;
            ended = b == '\n';
        }
        return true;
    }

    /** Valid until the next piece; do not change. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    /** Whether a line starts with this piece. */
    boolean starts() {
        return starts;
    }

    /** Whether it ends with this piece. */
    boolean ends() {
        return ended;
    }

    /** Without its line end. */
    int content() {
        int end = length;
        while (end > 0 && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    boolean isEmptyLine() {
        return starts && ended && content() == 0;
    }
}
