package org.mailwain.api.mail;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * An item's name within a folder and an {@link Epoch}: bytes that the provider chooses, 1 to 512 of them. Ordered as
 * unsigned bytes, so that ids made by {@link #ofNumber} of one width are in the order of their numbers.
 */
public final class ItemId implements Comparable<ItemId> {
    private final byte[] bytes;

    private ItemId(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > 512) {
            throw new IllegalArgumentException("an item id has 1 to 512 bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    public static ItemId of(byte[] bytes) {
        return new ItemId(bytes.clone());
    }

    public static ItemId of(String text) {
        return new ItemId(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Four bytes for numbers below 2^32 (UIDs), eight otherwise. */
    public static ItemId ofNumber(long number) {
        return number >>> 32 == 0
                ? new ItemId(ByteBuffer.allocate(4).putInt((int) number).array())
                : new ItemId(ByteBuffer.allocate(8).putLong(number).array());
    }

    /** The number that {@link #ofNumber} took. */
    public long number() {
        return switch (bytes.length) {
            case 4 -> ByteBuffer.wrap(bytes).getInt() & 0xFFFFFFFFL;
            case 8 -> ByteBuffer.wrap(bytes).getLong();
            default -> throw new IllegalStateException("not a number: " + this);
        };
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public int compareTo(ItemId other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemId id && Arrays.equals(bytes, id.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** The number for four bytes, the text for printable ASCII, else hexadecimal. */
    @Override
    public String toString() {
        if (bytes.length == 4) {
            return Long.toString(number());
        }
        for (byte b : bytes) {
            if (b < 0x20 || b == 0x7F) {
                return HexFormat.of().formatHex(bytes);
            }
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }
}
