package org.mailwain.engine.internal.verify;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A message in digests, so that two of them tell what was rewritten between them. Each digest stands for less of what a
 * server may rewrite than the one before it.
 *
 * @param sha256 of all bytes
 * @param header of all header fields, of the message and of its parts, but for what only says how parts are encoded or
 *     parted
 * @param unfolded of the same, unfolded
 * @param sorted of the same in the order of their texts
 * @param ascii of the same, with an X for each byte that is not ASCII
 * @param encodings of the transfer encodings of the parts
 * @param exact of what the parts decode to
 * @param decoded of the same whatever ends its lines
 * @param parts number of parts without parts
 * @param size bytes that the parts decode to
 */
record Form(
        byte[] sha256,
        byte[] header,
        byte[] unfolded,
        byte[] sorted,
        byte[] ascii,
        byte[] encodings,
        byte[] exact,
        byte[] decoded,
        int parts,
        long size) {
    static final int DIGEST = 16;
    private static final int SHA256 = 32;

    byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(SHA256 + 7 * DIGEST + Integer.BYTES + Long.BYTES);
        out.put(sha256)
                .put(header)
                .put(unfolded)
                .put(sorted)
                .put(ascii)
                .put(encodings)
                .put(exact);
        return out.put(decoded).putInt(parts).putLong(size).array();
    }

    static Form of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Form(
                take(in, SHA256),
                take(in, DIGEST),
                take(in, DIGEST),
                take(in, DIGEST),
                take(in, DIGEST),
                take(in, DIGEST),
                take(in, DIGEST),
                take(in, DIGEST),
                in.getInt(),
                in.getLong());
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    boolean hasSameBytes(Form other) {
        return Arrays.equals(sha256, other.sha256);
    }

    /** Whether the parts are the same once decoded, whatever ends their lines. */
    boolean hasSameParts(Form other) {
        return Arrays.equals(decoded, other.decoded);
    }

    /** Names of what the other has in another way, apart from what its parts decode to. */
    List<String> rewrittenIn(Form other) {
        List<String> names = new ArrayList<>();
        if (!Arrays.equals(ascii, other.ascii)) {
            names.add("header-fields");
        } else if (!Arrays.equals(sorted, other.sorted)) {
            names.add("header-8bit");
        } else if (!Arrays.equals(unfolded, other.unfolded)) {
            names.add("header-order");
        } else if (!Arrays.equals(header, other.header)) {
            names.add("header-folding");
        }
        if (!Arrays.equals(encodings, other.encodings)) {
            names.add("transfer-encoding");
        }
        if (hasSameParts(other) && !Arrays.equals(exact, other.exact)) {
            names.add("line-ends");
        }
        if (names.isEmpty() && hasSameParts(other)) {
            names.add("frame");
        }
        return names;
    }
}
