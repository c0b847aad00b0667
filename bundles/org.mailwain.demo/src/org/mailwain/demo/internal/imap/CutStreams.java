package org.mailwain.demo.internal.imap;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Streams that end a connection to the byte after a number of bytes that all connections share. */
final class CutStreams {
    private CutStreams() {}

    static InputStream reading(InputStream in, AtomicLong left) {
        return new FilterInputStream(in) {
            private boolean cut;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (cut || left.get() == 0) {
                    left.set(Long.MAX_VALUE);
                    throw ConnectionEnd.silent();
                }
                int count = in.read(bytes, from, length);
                int allowed = count <= 0 ? count : take(left, count);
                cut = allowed < count;
                if (cut && allowed == 0) {
                    throw ConnectionEnd.silent();
                }
                return allowed;
            }
        };
    }

    static OutputStream writing(OutputStream out, AtomicLong left) {
        return new FilterOutputStream(out) {
            private boolean cut;

            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                int allowed = cut ? 0 : take(left, length);
                out.write(bytes, from, allowed);
                if (allowed < length) {
                    out.flush();
                    cut = true;
                    left.set(Long.MAX_VALUE);
                    throw ConnectionEnd.silent();
                }
            }
        };
    }

    /** How many of these bytes may pass; nothing is counted while nothing is planned. */
    private static int take(AtomicLong left, int count) {
        long before = left.getAndUpdate(value -> value == Long.MAX_VALUE ? value : Math.max(0, value - count));
        return (int) Math.min(count, before);
    }
}
