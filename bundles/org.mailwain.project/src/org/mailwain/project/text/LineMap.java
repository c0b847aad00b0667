package org.mailwain.project.text;

import java.util.Arrays;

/**
 * Turns offsets of a text into lines and columns and back. Lines end at LF, CRLF or CR; lines and columns count from 1,
 * columns in chars (a tab counts one). Immutable.
 */
public final class LineMap {
    private final int[] starts;
    private final int length;

    public LineMap(CharSequence text) {
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n');
            if (ends) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
        length = text.length();
    }

    public int lines() {
        return starts.length;
    }

    public int line(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    public int column(int offset) {
        return offset - starts[line(offset) - 1] + 1;
    }

    /** Offset of the first character of a line; the text's length for a line behind the last. */
    public int start(int line) {
        return line > starts.length ? length : starts[line - 1];
    }

    /** Offset of a place, moved to the nearest that exists. */
    public int offset(int line, int column) {
        int start = start(Math.max(1, line));
        int end = line < starts.length ? starts[line] : length;
        return Math.min(start + Math.max(1, column) - 1, end);
    }

    static String dominantLineEnd(CharSequence text) {
        int[] counts = new int[3];
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                counts[1]++;
                i++;
            } else if (c == '\r') {
                counts[2]++;
            } else if (c == '\n') {
                counts[0]++;
            }
        }
        if (counts[1] > counts[0] && counts[1] >= counts[2]) {
            return "\r\n";
        }
        return counts[2] > counts[0] ? "\r" : "\n";
    }
}
