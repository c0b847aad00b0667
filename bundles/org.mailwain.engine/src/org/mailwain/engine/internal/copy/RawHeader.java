package org.mailwain.engine.internal.copy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.engine.internal.body.StoredBody;

/** Header lines with bytes that are not ASCII, which some servers replace without a word and without a change of size. */
final class RawHeader {
    private static final int MOST_LINES = 20;
    private static final int LONGEST = 2_000;

    private RawHeader() {}

    /** The first of such lines, a byte as a character, without their ends; mostly none. */
    static List<String> lines(StoredBody message) {
        byte[] bytes = message.header();
        List<String> lines = List.of();
        int start = 0;
        boolean raw = false;
        for (int i = 0; i < bytes.length && lines.size() < MOST_LINES; i++) {
            raw |= bytes[i] < 0;
            if (bytes[i] == '\n') {
                int end = i > start && bytes[i - 1] == '\r' ? i - 1 : i;
                if (end == start) {
                    return lines;
                }
                if (raw && end - start <= LONGEST) {
                    lines = lines.isEmpty() ? new ArrayList<>() : lines;
                    lines.add(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
                }
                raw = false;
                start = i + 1;
            }
        }
        return lines;
    }

    /** Whether a header has all of the lines. */
    static boolean holds(StoredBody header, List<String> lines) {
        if (lines.isEmpty()) {
            return true;
        }
        String all = new String(header.header(), StandardCharsets.ISO_8859_1);
        return lines.stream().allMatch(all::contains);
    }
}
