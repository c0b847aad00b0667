package org.mailwain.mail.plain;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A message of a file system as mail has it: every line ends in CRLF (RFC 5322 section 2.1). A line feed that has its
 * carriage return is left alone, and so is every other byte.
 */
public final class CrLfInputStream extends FilterInputStream {
    private int previous = -1;
    private boolean feedIsDue;

    public CrLfInputStream(InputStream in) {
        super(in instanceof BufferedInputStream ? in : new BufferedInputStream(in, 1 << 16));
    }

    @Override
    public int read() throws IOException {
        if (feedIsDue) {
            feedIsDue = false;
            previous = '\n';
            return '\n';
        }
        int b = in.read();
        if (b == '\n' && previous != '\r') {
            feedIsDue = true;
            return '\r';
        }
        previous = b;
        return b;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int at = 0;
        while (at < length) {
            int b = read();
            if (b < 0) {
                return at == 0 ? -1 : at;
            }
            into[offset + at++] = (byte) b;
        }
        return at;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = 0;
        while (skipped < count && read() >= 0) {
            skipped++;
        }
        return skipped;
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
