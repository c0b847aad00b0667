package org.mailwain.demo.internal.imap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Header, header fields and text of a message, cut out of its bytes as they are. */
final class MessageParts {
    private static final byte[] EMPTY_LINE = {'\r', '\n'};

    private MessageParts() {}

    /** The header with the empty line that ends it, where there is one. */
    static int headerEnd(byte[] bytes) {
        int lineStart = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                boolean empty = i == lineStart || i == lineStart + 1 && bytes[lineStart] == '\r';
                if (empty) {
                    return i + 1;
                }
                lineStart = i + 1;
            }
        }
        return bytes.length;
    }

    /** The fields of these names in their order, folded as they are, and an empty line. */
    static byte[] fields(byte[] bytes, Collection<String> names, boolean others) {
        Set<String> wanted = names.stream().map(MessageParts::lower).collect(Collectors.toSet());
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        int end = headerEnd(bytes);
        boolean taken = false;
        for (int start = 0; start < end; ) {
            int next = start;
            while (next < end && bytes[next] != '\n') {
                next++;
            }
            next = Math.min(next + 1, end);
            boolean folded = bytes[start] == ' ' || bytes[start] == '\t';
            if (!folded) {
                String name = name(bytes, start, next);
                taken = name != null && wanted.contains(name) != others;
            }
            if (taken) {
                fields.write(bytes, start, next - start);
            }
            start = next;
        }
        fields.writeBytes(EMPTY_LINE);
        return fields.toByteArray();
    }

    /** The name of the field that starts here in lower case, or null where the line is none. */
    private static String name(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == ':') {
                return lower(new String(bytes, start, i - start, StandardCharsets.ISO_8859_1))
                        .strip();
            }
        }
        return null;
    }

    /** The value of the first field of that name, folded as it is, or null. */
    static String value(byte[] bytes, String name) {
        byte[] field = fields(bytes, Set.of(name), false);
        int colon = 0;
        while (colon < field.length && field[colon] != ':') {
            colon++;
        }
        return colon == field.length
                ? null
                : new String(field, colon + 1, field.length - colon - 1, StandardCharsets.UTF_8).strip();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
