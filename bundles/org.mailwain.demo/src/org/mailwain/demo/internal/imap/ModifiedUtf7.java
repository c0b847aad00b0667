package org.mailwain.demo.internal.imap;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Folder names on the wire (RFC 3501 section 5.1.3). Strict: what no encoder would write is refused. */
final class ModifiedUtf7 {
    private ModifiedUtf7() {}

    static String encode(String name) {
        StringBuilder wire = new StringBuilder();
        int i = 0;
        while (i < name.length()) {
            char c = name.charAt(i);
            if (isDirect(c)) {
                wire.append(c == '&' ? "&-" : String.valueOf(c));
                i++;
            } else {
                int start = i;
                while (i < name.length() && !isDirect(name.charAt(i))) {
                    i++;
                }
                byte[] utf16 = name.substring(start, i).getBytes(StandardCharsets.UTF_16BE);
                String base64 = Base64.getEncoder().withoutPadding().encodeToString(utf16);
                wire.append('&').append(base64.replace('/', ',')).append('-');
            }
        }
        return wire.toString();
    }

    static String decode(String wire) throws CommandException {
        StringBuilder name = new StringBuilder();
        int i = 0;
        while (i < wire.length()) {
            char c = wire.charAt(i);
            if (c < ' ' || c > '~') {
                throw invalid();
            }
            if (c != '&') {
                name.append(c);
                i++;
                continue;
            }
            int end = wire.indexOf('-', i);
            if (end < 0) {
                throw invalid();
            }
            name.append(end == i + 1 ? "&" : shifted(wire.substring(i + 1, end)));
            i = end + 1;
        }
        if (!encode(name.toString()).equals(wire)) {
            throw invalid();
        }
        return name.toString();
    }

    private static String shifted(String base64) throws CommandException {
        try {
            byte[] utf16 = Base64.getDecoder().decode(base64.replace(',', '/'));
            return new String(utf16, StandardCharsets.UTF_16BE);
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static boolean isDirect(char c) {
        return c >= ' ' && c <= '~';
    }

    private static CommandException invalid() {
        return CommandException.no("[CANNOT] not a name in modified UTF-7");
    }
}
