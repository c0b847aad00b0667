package org.mailwain.ledger.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.ledger.Intent;

/** The items of an intent in one string of bytes: they are written, read and forgotten together. */
final class Packed {
    private static final int FORMAT = 1;
    private static final int FINGERPRINT = 1;
    private static final int KEY = 2;
    private static final int SHA256 = 4;
    private static final int SHA256_LENGTH = 32;

    private Packed() {}

    static byte[] pack(List<Intent.Item> items) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(items.size() * 96 + 8);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeInt(items.size());
            for (Intent.Item item : items) {
                pack(out, item);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void pack(DataOutputStream out, Intent.Item item) throws IOException {
        byte[] id = item.id().bytes();
        byte[] sha256 = item.sha256();
        if (sha256 != null && sha256.length != SHA256_LENGTH) {
            throw new IllegalArgumentException("a SHA-256 of " + sha256.length + " bytes");
        }
        out.writeByte((item.fingerprint() == null ? 0 : FINGERPRINT)
                | (item.key() == null ? 0 : KEY)
                | (sha256 == null ? 0 : SHA256));
        out.writeShort(id.length);
        out.write(id);
        out.writeLong(item.size());
        if (item.fingerprint() != null) {
            out.write(item.fingerprint().bytes());
        }
        if (item.key() != null) {
            out.writeLong(item.key().high());
            out.writeLong(item.key().low());
        }
        if (sha256 != null) {
            out.write(sha256);
        }
    }

    static List<Intent.Item> unpack(byte[] packed) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            int format = in.readByte();
            if (format != FORMAT) {
                throw new IOException("an intent in format " + format);
            }
            int count = in.readInt();
            List<Intent.Item> items = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                items.add(unpack(in));
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Intent.Item unpack(DataInputStream in) throws IOException {
        int has = in.readByte();
        ItemId id = ItemId.of(exactly(in, in.readUnsignedShort()));
        long size = in.readLong();
        Fingerprint fingerprint = (has & FINGERPRINT) == 0 ? null : Fingerprint.of(exactly(in, Fingerprint.LENGTH));
        AppendKey key = (has & KEY) == 0 ? null : new AppendKey(in.readLong(), in.readLong());
        byte[] sha256 = (has & SHA256) == 0 ? null : exactly(in, SHA256_LENGTH);
        return new Intent.Item(id, size, fingerprint, key, sha256);
    }

    private static byte[] exactly(DataInputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
