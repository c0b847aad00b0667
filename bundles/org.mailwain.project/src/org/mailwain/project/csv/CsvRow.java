package org.mailwain.project.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A row as it stands in the file, and its cells. Immutable; shared between the versions of a document. Its text may
 * hold passwords and is never shown by {@link #toString()}.
 */
public final class CsvRow {
    private final String text;
    private final int[] bounds;
    private final String tail;
    private final CsvFormat format;

    /**
     * @param text the cells, without the line end
     * @param bounds start and end of each cell in the text, quotes included
     * @param tail the line end and blank lines behind it; empty at the end of a file without a last line end
     */
    CsvRow(String text, int[] bounds, String tail, CsvFormat format) {
        this.text = text;
        this.bounds = bounds;
        this.tail = tail;
        this.format = format;
    }

    static CsvRow of(List<String> values, CsvFormat format, String tail) {
        StringJoiner cells = new StringJoiner(String.valueOf(format.delimiter()));
        values.forEach(value -> cells.add(format.write(value, false)));
        return parsed(cells.toString(), tail, format);
    }

    private static CsvRow parsed(String text, String tail, CsvFormat format) {
        return new CsvScanner(text, format).row(0).withTail(tail);
    }

    public int size() {
        return bounds.length / 2;
    }

    /** The value of a cell, without quotes; empty behind the last cell. */
    public String cell(int column) {
        if (column >= size()) {
            return "";
        }
        int start = bounds[2 * column];
        int end = bounds[2 * column + 1];
        if (!quoted(column)) {
            return text.substring(start, end);
        }
        String inner = text.substring(start + 1, end - 1);
        String mark = String.valueOf(format.quote());
        return inner.indexOf(format.quote()) < 0 ? inner : inner.replace(mark + mark, mark);
    }

    /** Whether a cell is empty, without making its value. */
    public boolean isEmpty(int column) {
        return column >= size() || bounds[2 * column + 1] - bounds[2 * column] <= (quoted(column) ? 2 : 0);
    }

    public List<String> cells() {
        List<String> cells = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            cells.add(cell(i));
        }
        return cells;
    }

    /** A malformed quoted cell counts as unquoted: its bounds then have no quote at the end. */
    boolean quoted(int column) {
        int start = bounds[2 * column];
        int end = bounds[2 * column + 1];
        return format.quote() != CsvFormat.NO_QUOTE
                && end - start >= 2
                && text.charAt(start) == format.quote()
                && text.charAt(end - 1) == format.quote()
                && CsvScanner.endOfQuoted(text, start, format.quote()) == end;
    }

    String text() {
        return text;
    }

    String tail() {
        return tail;
    }

    /** Start of a cell in the row's text; its end for a cell that is not there. */
    int start(int column) {
        return column < size() ? bounds[2 * column] : text.length();
    }

    int length(int column) {
        return column < size() ? bounds[2 * column + 1] - bounds[2 * column] : 0;
    }

    CsvRow withTail(String other) {
        return tail.equals(other) ? this : new CsvRow(text, bounds, other, format);
    }

    /** With one cell changed; short rows grow up to it. */
    CsvRow with(int column, String value) {
        if (column >= size()) {
            String gap = String.valueOf(format.delimiter()).repeat(column - size() + 1);
            return parsed(text + gap + format.write(value, false), tail, format);
        }
        boolean blankLine = size() == 1 && value.isBlank();
        String written = format.write(value, quoted(column) || blankLine && format.quote() != CsvFormat.NO_QUOTE);
        return parsed(
                text.substring(0, start(column)) + written + text.substring(bounds[2 * column + 1]), tail, format);
    }

    CsvRow withColumn(int column, String value) {
        if (column >= size()) {
            return with(column, value);
        }
        String written = format.write(value, false) + format.delimiter();
        return parsed(text.substring(0, start(column)) + written + text.substring(start(column)), tail, format);
    }

    CsvRow withoutColumn(int column) {
        if (column >= size()) {
            return this;
        }
        boolean last = column + 1 == size();
        int from = last && column > 0 ? bounds[2 * column - 1] : start(column);
        int to = last ? text.length() : start(column + 1);
        return parsed(text.substring(0, from) + text.substring(to), tail, format);
    }

    @Override
    public String toString() {
        return "CsvRow[" + size() + " cells]";
    }
}
