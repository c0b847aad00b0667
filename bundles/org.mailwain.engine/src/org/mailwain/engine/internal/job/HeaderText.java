package org.mailwain.engine.internal.job;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fields of a header as people read them: unfolded, encoded words (RFC 2047) and raw bytes decoded, shortened. */
public final class HeaderText {
    private static final Pattern WORD = Pattern.compile("=\\?([^?*]+)(?:\\*[^?]*)?\\?([bBqQ])\\?([^?]*)\\?=");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(\\?=)\\s+(?==\\?)");

    private static final int LONGEST = 10_000;

    private final String header;

    /** @param message from its first byte on */
    public HeaderText(byte[] message) {
        int end = message.length;
        for (int i = 0; i + 1 < message.length; i++) {
            boolean empty = message[i] == '\n'
                    && (message[i + 1] == '\n'
                            || i + 2 < message.length && message[i + 1] == '\r' && message[i + 2] == '\n');
            if (empty) {
                end = i + 1;
                break;
            }
        }
        this.header = new String(message, 0, end, StandardCharsets.ISO_8859_1);
    }

    /** The first field of that name, at most so many characters; empty where there is none. */
    public String field(String name, int longest) {
        String text = decode(raw(name)).replaceAll("\\p{Cntrl}", " ");
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    /** Unfolded, at most {@link #LONGEST} characters of it. */
    private String raw(String name) {
        int at = 0;
        while (at < header.length()) {
            int end = lineEnd(at);
            int colon = header.indexOf(':', at);
            boolean found = colon > 0
                    && colon < end
                    && header.substring(at, colon).strip().equalsIgnoreCase(name);
            StringBuilder value =
                    new StringBuilder(found ? header.substring(colon + 1, end).strip() : "");
            while (end + 1 < header.length() && (header.charAt(end + 1) == ' ' || header.charAt(end + 1) == '\t')) {
                int next = lineEnd(end + 1);
                if (found && value.length() < LONGEST) {
                    value.append(' ').append(header, end + 1, next);
                }
                end = next;
            }
            if (found) {
                return value.toString().replaceAll("[ \\t\\r]+", " ").strip();
            }
            at = end + 1;
        }
        return "";
    }

    private int lineEnd(int from) {
        int end = header.indexOf('\n', from);
        return end < 0 ? header.length() : end;
    }

    private static String decode(String raw) {
        String joined = BETWEEN_WORDS.matcher(raw).replaceAll("$1");
        Matcher words = WORD.matcher(joined);
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (words.find()) {
            text.append(bytes(joined.substring(at, words.start())));
            text.append(word(words.group(1), words.group(2), words.group(3)));
            at = words.end();
        }
        return text.append(bytes(joined.substring(at))).toString();
    }

    private static String bytes(String latin1) {
        byte[] bytes = latin1.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return latin1;
        }
    }

    private static String word(String charset, String encoding, String text) {
        try {
            byte[] bytes =
                    encoding.equalsIgnoreCase("b") ? Base64.getMimeDecoder().decode(text) : quoted(text);
            return new String(bytes, Charset.forName(charset));
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int high = c == '=' && i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(text.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }
}
