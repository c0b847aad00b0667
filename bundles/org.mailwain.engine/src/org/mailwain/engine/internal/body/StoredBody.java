package org.mailwain.engine.internal.body;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.HeaderIdentity;

/** A body that knows its digest and header. Thread-safe once it is made. */
public abstract class StoredBody implements Body {
    private static final int CHUNK = 64 * 1024;
    /** Never fed: to copy it is quicker than to look for a provider once per message. */
    private static final MessageDigest DIGEST = begun();

    private final Runnable release;
    private final AtomicBoolean closed = new AtomicBoolean();

    StoredBody(Runnable release) {
        this.release = release;
    }

    /** SHA-256 of all bytes. */
    public abstract byte[] sha256();

    /** Whether a byte of it is NUL. */
    public abstract boolean holdsNul();

    /** The first bytes, with the whole header among them unless it is longer than {@link HeaderIdentity#MAX_HEADER}. */
    public abstract byte[] header();

    public final HeaderIdentity identity() {
        byte[] header = header();
        return HeaderIdentity.of(header, header.length);
    }

    final void checkOpen() throws IOException {
        if (closed.get()) {
            throw new IOException("closed");
        }
    }

    @Override
    public final void close() {
        if (closed.compareAndSet(false, true)) {
            release.run();
        }
    }

    /** The body itself where it is one of ours, else one that reads it as often as it is asked. */
    public static StoredBody of(Body body) throws IOException {
        return body instanceof StoredBody stored ? stored : new Foreign(body);
    }

    /** A new SHA-256. */
    public static MessageDigest digest() {
        try {
            return (MessageDigest) DIGEST.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Made by somebody else: a provider that decodes, or a repair rule. */
    private static final class Foreign extends StoredBody {
        private final Body body;
        private final byte[] sha256;
        private final byte[] header;
        private boolean nul;

        Foreign(Body body) throws IOException {
            super(body::close);
            this.body = body;
            MessageDigest digest = digest();
            try (InputStream in = new DigestInputStream(body.open(), digest)) {
                this.header = in.readNBytes(HeaderIdentity.MAX_HEADER);
                this.nul = Nul.in(header, header.length);
                byte[] chunk = new byte[CHUNK];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    nul |= Nul.in(chunk, read);
                }
            }
            this.sha256 = digest.digest();
        }

        @Override
        public long size() {
            return body.size();
        }

        @Override
        public InputStream open() throws IOException {
            return body.open();
        }

        @Override
        public byte[] sha256() {
            return sha256.clone();
        }

        @Override
        public boolean holdsNul() {
            return nul;
        }

        @Override
        public byte[] header() {
            return Arrays.copyOf(header, header.length);
        }
    }
}
