package org.mailwain.mail.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mailwain.api.mail.Flags;

/** Flags of FETCH answers: a mailbox knows few combinations, so each is parsed about once. */
final class FlagCache {
    private static final int SLOTS = 256;

    private final byte[][] keys = new byte[SLOTS][];
    private final Flags[] values = new Flags[SLOTS];

    Flags of(byte[] list, int length) {
        int hash = 1;
        for (int i = 0; i < length; i++) {
            hash = hash * 31 + list[i];
        }
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        byte[] key = keys[slot];
        if (key == null || !Arrays.equals(key, 0, key.length, list, 0, length)) {
            String text = new String(list, 0, length, StandardCharsets.ISO_8859_1).strip();
            values[slot] = Flags.parse(text.isEmpty() ? Arrays.asList() : Arrays.asList(text.split(" +")));
            keys[slot] = Arrays.copyOf(list, length);
        }
        return values[slot];
    }
}
