package org.mailwain.demo.internal.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Text as mail carries it (RFC 2045, RFC 2047). */
final class MimeText {
    /** RFC 2047 section 2: an encoded word has at most 75 characters; 45 bytes make 60 of base64. */
    private static final int WORD_BYTES = 45;

    private static final int LINE = 76;

    private MimeText() {}

    /** A header value, encoded and folded where it is not plain. */
    static String header(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        StringBuilder word = new StringBuilder();
        text.codePoints().forEach(c -> {
            String next = Character.toString(c);
            if ((word + next).getBytes(StandardCharsets.UTF_8).length > WORD_BYTES) {
                words.append(encoded(word)).append("\r\n ");
                word.setLength(0);
            }
            word.append(next);
        });
        return words.append(encoded(word)).toString();
    }

    private static String encoded(CharSequence word) {
        byte[] bytes = word.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    /** {@code Name <address>} with the name encoded where it is not plain. */
    static String address(String text) {
        int bracket = text.indexOf(" <");
        return header(text.substring(0, bracket)) + text.substring(bracket);
    }

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(LINE, new byte[] {'\r', '\n'}).encodeToString(bytes) + "\r\n";
    }

    /** RFC 2045 section 6.7, for text whose lines end with CR LF. */
    static String quotedPrintable(String text) {
        StringBuilder quoted = new StringBuilder();
        for (String line : text.split("\r\n", -1)) {
            int column = 0;
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < bytes.length; i++) {
                boolean plain = bytes[i] >= ' '
                        && bytes[i] <= '~'
                        && bytes[i] != '='
                        && !(bytes[i] == ' ' && i == bytes.length - 1);
                String next = plain ? String.valueOf((char) bytes[i]) : "=%02X".formatted(bytes[i] & 0xFF);
                if (column + next.length() >= LINE) {
                    quoted.append("=\r\n");
                    column = 0;
                }
                quoted.append(next);
                column += next.length();
            }
            quoted.append("\r\n");
        }
        quoted.setLength(quoted.length() - 2);
        return quoted.toString();
    }

    /** Lines that end with CR LF, whatever they ended with. */
    static byte[] withCrLf(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + bytes.length / 20);
        int before = 0;
        for (byte b : bytes) {
            if (b == '\n' && before != '\r') {
                out.write('\r');
            }
            out.write(b);
            before = b;
        }
        return out.toByteArray();
    }
}
