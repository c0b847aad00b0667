package org.mailwain.mail.internal.wire;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of one literal, as they come; never reads beyond it. */
public final class LiteralStream extends InputStream {
    private final WireInput in;
    private long left;
    private long served;
    private long servedLimit;

    /** @param most bytes that are given to the reader; what the server sends beyond is read and dropped */
    public LiteralStream(WireInput in, long size, long most) {
        this.in = in;
        this.left = size;
        this.servedLimit = Math.min(size, most);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (served == servedLimit) {
            return -1;
        }
        int count = in.literal(into, offset, (int) Math.min(length, servedLimit - served));
        served += count;
        left -= count;
        return count;
    }

    /** A guess, so that whoever reads may choose its buffer: what is still to come. */
    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, servedLimit - served);
    }

    /** Reads to the literal's end, so that the connection can go on. */
    public void finish() throws IOException {
        byte[] waste = left > 0 ? new byte[(int) Math.min(left, 1 << 14)] : null;
        servedLimit = served;
        while (left > 0) {
            left -= in.literal(waste, 0, (int) Math.min(waste.length, left));
        }
    }
}
