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
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                long allowed = left.get();
                if (allowed <= 0) {
                    left.set(Long.MAX_VALUE);
                    throw ConnectionEnd.silent();
                }
                int count = in.read(bytes, from, (int) Math.min(length, allowed));
                if (count > 0) {
                    spend(left, count);
                }
                return count;
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
                int allowed = cut ? 0 : (int) Math.min(length, left.get());
                out.write(bytes, from, allowed);
                spend(left, allowed);
                if (allowed < length) {
                    out.flush();
                    cut = true;
                    left.set(Long.MAX_VALUE);
                    throw ConnectionEnd.silent();
                }
            }
        };
    }

    /** Nothing is counted while nothing is planned. */
    private static void spend(AtomicLong left, int count) {
        left.updateAndGet(value -> value == Long.MAX_VALUE ? value : value - count);
    }
}
