package org.mailwain.engine.internal.body;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** In a file of the spool, which goes with it. */
final class FileBody extends StoredBody {
    private final Path file;
    private final long size;
    private final byte[] sha256;
    private final byte[] header;
    private final boolean nul;

    FileBody(Path file, long size, byte[] sha256, byte[] header, boolean nul, Runnable release) {
        super(release);
        this.file = file;
        this.size = size;
        this.sha256 = sha256;
        this.header = header;
        this.nul = nul;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public InputStream open() throws IOException {
        checkOpen();
        return new BufferedInputStream(Files.newInputStream(file), 64 * 1024);
    }

    @Override
    public byte[] sha256() {
        return sha256;
    }

    @Override
    public boolean holdsNul() {
        return nul;
    }

    @Override
    public byte[] header() {
        return header;
    }
}
