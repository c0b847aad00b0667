package org.mailwain.presenters.reports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * A message's bytes as a text that is safe to show: UTF-8 where they are, else each byte as one character, and every
 * control as a sign of its own, so that nothing in a mail can fool who reads it.
 *
 * @param headers up to the first empty line
 * @param body what stands behind it
 */
public record MessageText(String headers, String body) {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;

    public static MessageText of(byte[] bytes) {
        String text = visible(decoded(bytes));
        int end = text.indexOf("\n\n");
        return end < 0 ? new MessageText(text, "") : new MessageText(text.substring(0, end), text.substring(end + 2));
    }

    /** A text of a message as one line of a table. */
    public static String line(String text) {
        return visible(text).replace('\n', ' ').replace('\t', ' ');
    }

    public String whole() {
        return body.isEmpty() ? headers : headers + "\n\n" + body;
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Line ends become one sign; a carriage return that is no line end stays to be seen. */
    private static String visible(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> safe.appendCodePoint(visible(c)));
        return safe.toString();
    }

    private static int visible(int c) {
        if (c == '\n' || c == '\t') {
            return c;
        } else if (c < ' ') {
            return CONTROL_PICTURES + c;
        } else if (c == 0x7F) {
            return DELETE_PICTURE;
        }
        boolean fools = Character.isISOControl(c)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F;
        return fools ? 0xFFFD : c;
    }
}
