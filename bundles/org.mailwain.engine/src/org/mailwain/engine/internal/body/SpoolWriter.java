package org.mailwain.engine.internal.body;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.LongConsumer;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;

/** Writes one message into a file as it comes, with its digest and its header. */
final class SpoolWriter {
    private final Path file;
    private final Cancel cancel;
    private final LongConsumer more;
    private final MessageDigest digest = StoredBody.digest();
    private final ByteArrayOutputStream header = new ByteArrayOutputStream();
    private long size;
    private boolean nul;

    /** @param more hears of bytes beyond those announced */
    SpoolWriter(Path file, Cancel cancel, LongConsumer more) {
        this.file = file;
        this.cancel = cancel;
        this.more = more;
    }

    void write(byte[] begun, InputStream in, long announced, int chunk) throws IOException, CancelledException {
        try (OutputStream out = Files.newOutputStream(file)) {
            pass(begun, begun.length, announced, out);
            byte[] buffer = new byte[chunk];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                cancel.check();
                pass(buffer, read, announced, out);
            }
        }
    }

    private void pass(byte[] bytes, int length, long announced, OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        digest.update(bytes, 0, length);
        nul |= Nul.in(bytes, length);
        int head = Math.min(length, HeaderIdentity.MAX_HEADER - header.size());
        header.write(bytes, 0, head);
        long beyond = size + length - Math.max(announced, size);
        size += length;
        if (beyond > 0) {
            more.accept(beyond);
        }
    }

    long size() {
        return size;
    }

    boolean holdsNul() {
        return nul;
    }

    byte[] sha256() {
        return digest.digest();
    }

    /** Without the body behind the empty line, so that a large message costs no memory while it waits. */
    byte[] header() {
        byte[] all = header.toByteArray();
        for (int i = 0; i + 1 < all.length; i++) {
            boolean bare = all[i] == '\n' && all[i + 1] == '\n';
            boolean full = i + 3 < all.length && all[i] == '\r' && all[i + 1] == '\n' && all[i + 2] == '\r';
            if (bare || full) {
                return Arrays.copyOf(all, Math.min(all.length, i + 4));
            }
        }
        return all;
    }
}
