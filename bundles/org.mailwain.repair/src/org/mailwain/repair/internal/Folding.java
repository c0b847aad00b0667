package org.mailwain.repair.internal;

import java.io.ByteArrayOutputStream;

/** Folds header fields (RFC 5322 section 2.2.3). */
final class Folding {
    private Folding() {}

    /** Bytes of the longest line of a field. */
    static int longest(byte[] field) {
        int longest = 0;
        int start = 0;
        for (int i = 0; i < field.length; i++) {
            if (field[i] == '\n') {
                longest = Math.max(longest, i - start);
                start = i + 1;
            }
        }
        return Math.max(longest, field.length - start);
    }

    /** @return the field itself where it is short, or cannot become so for lack of blanks */
    static Header.Field fold(Header.Field field, int limit) {
        byte[] bytes = field.bytes();
        if (longest(bytes) <= limit) {
            return field;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 64);
        int start = 0;
        while (bytes.length - start > limit) {
            int at = lineEnd(bytes, start, limit);
            if (at < 0) {
                at = blank(bytes, start, limit);
                if (at < 0) {
                    break;
                }
                out.write(bytes, start, at - start);
                out.write('\r');
                out.write('\n');
            } else {
                out.write(bytes, start, at - start);
            }
            start = at;
        }
        out.write(bytes, start, bytes.length - start);
        return longest(out.toByteArray()) <= limit ? new Header.Field(out.toByteArray()) : field;
    }

    private static int lineEnd(byte[] bytes, int start, int limit) {
        for (int i = start; i < start + limit; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** The last blank within the limit, after something that is none: a line of blanks alone would end the header. */
    private static int blank(byte[] bytes, int start, int limit) {
        for (int i = start + limit - 2; i > start; i--) {
            if (isBlank(bytes[i]) && !isBlank(bytes[i - 1])) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }
}
