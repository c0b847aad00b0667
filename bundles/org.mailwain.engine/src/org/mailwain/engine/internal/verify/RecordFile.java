package org.mailwain.engine.internal.verify;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Records of bytes in a file, each behind its length. Written, then read. */
final class RecordFile implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST = 1 << 20;

    private final Path file;
    private DataOutputStream out;
    private long count;

    RecordFile(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    }

    void add(byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
        count++;
    }

    /** Ends the writing. */
    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }

    Cursor read() throws IOException {
        close();
        return new Reading(file, count);
    }

    void remove() throws IOException {
        close();
        Files.deleteIfExists(file);
    }

    private static final class Reading implements Cursor {
        private final DataInputStream in;
        private long left;

        Reading(Path file, long left) throws IOException {
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
            this.left = left;
        }

        @Override
        public byte[] next() throws IOException {
            if (left == 0) {
                close();
                return null;
            }
            left--;
            int length = in.readInt();
            if (length < 0 || length > LONGEST) {
                throw new EOFException();
            }
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            return bytes;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
