package org.mailwain.project.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;

/**
 * How the characters of a file are written as bytes.
 *
 * @param bom whether the file begins with a byte order mark, which is kept and is not part of the text
 */
public record Encoding(Charset charset, boolean bom) {
    public static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8, false);

    private static final byte[] MARK_UTF_8 = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] MARK_UTF_16BE = {(byte) 0xFE, (byte) 0xFF};
    private static final byte[] MARK_UTF_16LE = {(byte) 0xFF, (byte) 0xFE};

    public Encoding {
        Objects.requireNonNull(charset);
    }

    /** The encoding that a byte order mark at the beginning names, or null where there is none. */
    public static Encoding ofMark(byte[] bytes) {
        for (Charset charset :
                new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE}) {
            byte[] mark = markOf(charset);
            if (bytes.length >= mark.length && Arrays.equals(mark, 0, mark.length, bytes, 0, mark.length)) {
                return new Encoding(charset, true);
            }
        }
        return null;
    }

    /** The bytes of the mark; empty where there is none. */
    byte[] mark() {
        return bom ? markOf(charset) : new byte[0];
    }

    private static byte[] markOf(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return MARK_UTF_8.clone();
        }
        if (charset.equals(StandardCharsets.UTF_16BE)) {
            return MARK_UTF_16BE.clone();
        }
        return charset.equals(StandardCharsets.UTF_16LE) ? MARK_UTF_16LE.clone() : new byte[0];
    }
}
