package org.mailwain.api.mail;

import java.nio.ByteBuffer;

/** Sixteen bytes that stand for a {@link HeaderIdentity}. Equal headers have equal fingerprints. */
public record Fingerprint(long high, long low) {
    public static final int LENGTH = 16;

    public static Fingerprint of(byte[] sixteen) {
        ByteBuffer buffer = ByteBuffer.wrap(sixteen);
        return new Fingerprint(buffer.getLong(), buffer.getLong());
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
    }

    @Override
    public String toString() {
        return "%016x%016x".formatted(high, low);
    }
}
