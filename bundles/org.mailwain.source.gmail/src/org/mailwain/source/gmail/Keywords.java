package org.mailwain.source.gmail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Writes labels as IMAP keywords, which are atoms (RFC 9051 section 9): as Thunderbird does, in modified UTF-7. */
final class Keywords {
    private static final String FORBIDDEN = "(){%*\"\\] ";

    private Keywords() {}

    static String of(String label) {
        StringBuilder atom = new StringBuilder();
        int at = 0;
        while (at < label.length()) {
            char c = label.charAt(at);
            if (c > ' ' && c < 0x7F) {
                atom.append(FORBIDDEN.indexOf(c) >= 0 ? "_" : c == '&' ? "&-" : String.valueOf(c));
                at++;
            } else if (c <= ' ' || c == 0x7F) {
                atom.append('_');
                at++;
            } else {
                int end = at;
                while (end < label.length() && label.charAt(end) >= 0x80) {
                    end++;
                }
                atom.append(encoded(label.substring(at, end)));
                at = end;
            }
        }
        return atom.toString();
    }

    private static String encoded(String text) {
        byte[] utf16 = text.getBytes(StandardCharsets.UTF_16BE);
        return "&" + Base64.getEncoder().withoutPadding().encodeToString(utf16).replace('/', ',') + "-";
    }
}
