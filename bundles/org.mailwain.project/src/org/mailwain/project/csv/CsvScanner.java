package org.mailwain.project.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds rows and the bounds of their cells. Written here rather than taken from a CSV library because an editor needs
 * the place of every cell, and a file must come back byte for byte; its reading is tested against Commons CSV.
 */
final class CsvScanner {
    /** A quoted cell that does not end as it should. @param end offset behind what was taken for the cell */
    record Fault(int offset, int end, boolean neverClosed) {}

    private final String text;
    private final CsvFormat format;
    private final List<Fault> faults = new ArrayList<>();
    private int[] bounds = new int[32];
    private int offset;

    CsvScanner(String text, CsvFormat format) {
        this.text = text;
        this.format = format;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The row that begins at an offset; behind it stands {@link #offset()}. */
    CsvRow row(int start) {
        offset = start;
        int cells = 0;
        boolean more = true;
        while (more) {
            int cellStart = offset;
            offset = endOfCell(cellStart);
            if (2 * cells + 2 > bounds.length) {
                bounds = Arrays.copyOf(bounds, bounds.length * 2);
            }
            bounds[2 * cells] = cellStart - start;
            bounds[2 * cells + 1] = offset - start;
            cells++;
            more = offset < text.length() && text.charAt(offset) == format.delimiter();
            if (more) {
                offset++;
            }
        }
        int end = offset;
        offset = endOfBlankLines(end);
        return new CsvRow(text.substring(start, end), Arrays.copyOf(bounds, 2 * cells), tail(end, offset), format);
    }

    int offset() {
        return offset;
    }

    /** Nearly all rows end alike; one string serves them all. */
    private String tail(int from, int to) {
        return switch (to - from) {
            case 0 -> "";
            case 1 -> text.charAt(from) == '\n' ? "\n" : "\r";
            case 2 -> text.startsWith("\r\n", from) ? "\r\n" : text.substring(from, to);
            default -> text.substring(from, to);
        };
    }

    private int endOfCell(int start) {
        if (start < text.length() && text.charAt(start) == format.quote() && format.quote() != CsvFormat.NO_QUOTE) {
            int end = endOfQuoted(text, start, format.quote());
            if (end >= 0 && atEndOfCell(end)) {
                return end;
            }
            int literal = endOfPlain(start);
            faults.add(new Fault(start, literal, end < 0));
            return literal;
        }
        return endOfPlain(start);
    }

    /** Offset behind the closing quote, or -1. */
    static int endOfQuoted(String text, int start, char quote) {
        int at = text.indexOf(quote, start + 1);
        while (at >= 0) {
            if (at + 1 >= text.length() || text.charAt(at + 1) != quote) {
                return at + 1;
            }
            at = text.indexOf(quote, at + 2);
        }
        return -1;
    }

    private int endOfPlain(int start) {
        int end = start;
        while (!atEndOfCell(end)) {
            end++;
        }
        return end;
    }

    private boolean atEndOfCell(int at) {
        if (at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        return c == format.delimiter() || c == '\n' || c == '\r';
    }

    /** Behind the line end at the offset and the blank lines after it. */
    int endOfBlankLines(int from) {
        int line = from;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n' || c == '\r') {
                line = at + 1;
            } else if (c != ' ' && (c != '\t' || format.delimiter() == '\t')) {
                break;
            }
            at++;
        }
        return at == text.length() && text.substring(line).isBlank() ? at : line;
    }
}
