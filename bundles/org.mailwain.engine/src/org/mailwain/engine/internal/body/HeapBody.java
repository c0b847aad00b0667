package org.mailwain.engine.internal.body;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** In memory. */
final class HeapBody extends StoredBody {
    private final byte[] bytes;
    private byte[] sha256;

    HeapBody(byte[] bytes, Runnable release) {
        super(release);
        this.bytes = bytes;
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public InputStream open() throws IOException {
        checkOpen();
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        checkOpen();
        out.write(bytes);
    }

    /** Worked out when it is asked for: a header that was read to recognise a message needs none. */
    @Override
    public synchronized byte[] sha256() {
        if (sha256 == null) {
            sha256 = digest().digest(bytes);
        }
        return sha256;
    }

    @Override
    public boolean holdsNul() {
        return Nul.in(bytes, bytes.length);
    }

    @Override
    public byte[] header() {
        return bytes;
    }
}
