package org.mailwain.project.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.failure.Problem.Severity;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.LineMap;
import org.mailwain.project.text.TextContent;

/**
 * A CSV file as rows that keep their bytes. Immutable: a change gives a new document that shares all rows it did not
 * touch, so that undoing is going back to the old one, also with 50,000 rows. Row 0 is the heading where there is one.
 * Blank lines are kept and are no rows.
 */
public final class CsvDocument {
    /** A new value for a cell; short rows grow up to it. */
    public record CellEdit(int row, int column, String value) {
        /** Without the value, which may be a password. */
        @Override
        public String toString() {
            return "CellEdit[" + row + ", " + column + "]";
        }
    }

    /** The place of a cell, both from 0. */
    public record Cell(int row, int column) {}

    private static final int MOST_FAULTS = 100;

    private final String file;
    private final Encoding encoding;
    private final CsvFormat format;
    private final String head;
    private final CsvRow[] rows;
    private final List<CsvScanner.Fault> faults;
    private volatile int[] starts;

    private CsvDocument(
            String file,
            Encoding encoding,
            CsvFormat format,
            String head,
            CsvRow[] rows,
            List<CsvScanner.Fault> faults) {
        this.file = file;
        this.encoding = encoding;
        this.format = format;
        this.head = head;
        this.rows = rows;
        this.faults = faults;
    }

    /** @param file path relative to the project, for problems */
    public static CsvDocument read(String file, TextContent content, CsvFormat format) {
        String text = content.text();
        CsvScanner scanner = new CsvScanner(text, format);
        int start = scanner.endOfBlankLines(CsvGuess.endOfDirective(text));
        String head = text.substring(0, start);
        List<CsvRow> rows = new ArrayList<>();
        while (start < text.length()) {
            rows.add(scanner.row(start));
            start = scanner.offset();
        }
        return new CsvDocument(
                file, content.encoding(), format, head, rows.toArray(CsvRow[]::new), List.copyOf(scanner.faults()));
    }

    public String file() {
        return file;
    }

    public Encoding encoding() {
        return encoding;
    }

    public CsvFormat format() {
        return format;
    }

    public int rows() {
        return rows.length;
    }

    public CsvRow row(int row) {
        return rows[row];
    }

    public TextContent content() {
        StringBuilder text = new StringBuilder(head);
        for (CsvRow row : rows) {
            text.append(row.text()).append(row.tail());
        }
        return new TextContent(text.toString(), encoding);
    }

    /** Quotes that do not close, or close in the middle of a cell; the first {@value #MOST_FAULTS} of them. */
    public List<Problem> problems() {
        if (faults.isEmpty()) {
            return List.of();
        }
        LineMap lines = new LineMap(content().text());
        return faults.stream()
                .limit(MOST_FAULTS)
                .map(fault -> problem(lines, fault))
                .toList();
    }

    private Problem problem(LineMap lines, CsvScanner.Fault fault) {
        ProjectFailure code = fault.neverClosed() ? ProjectFailure.CSV_QUOTE_OPEN : ProjectFailure.CSV_QUOTE_INSIDE;
        int line = lines.line(fault.offset());
        int length = fault.end() - fault.offset();
        return new Problem(
                file, line, lines.column(fault.offset()), length, Severity.ERROR, code.with(format.quote()), List.of());
    }

    /** @param column of the cell, from 0; a column behind the last is the row's end */
    public Problem problem(int row, int column, Severity severity, Failure failure, List<String> suggestions) {
        String before = rows[row].text().substring(0, rows[row].start(column));
        int breaks = breaks(before);
        int lineStart = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1;
        return new Problem(
                file,
                line(row) + breaks,
                before.length() - lineStart + 1,
                rows[row].length(column),
                severity,
                failure,
                suggestions);
    }

    /** The cell that a problem of this document is about; empty where it is about more than one. */
    public Optional<Cell> cell(Problem problem) {
        int row = rowAt(problem.line());
        if (row < 0 || problem.column() == 0) {
            return Optional.empty();
        }
        for (int column = 0; column < rows[row].size(); column++) {
            Problem there = problem(row, column, problem.severity(), problem.failure(), problem.suggestions());
            if (there.line() == problem.line() && there.column() == problem.column()) {
                return Optional.of(new Cell(row, column));
            }
        }
        return Optional.empty();
    }

    /** The row that has a line, or -1. */
    private int rowAt(int line) {
        int low = 0;
        int high = rows.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (line(middle) <= line) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return rows.length > 0 && line(low) <= line ? low : -1;
    }

    /** The line on which a row begins, from 1. */
    public int line(int row) {
        if (starts == null) {
            int[] counted = new int[rows.length];
            int line = 1 + breaks(head);
            for (int i = 0; i < rows.length; i++) {
                counted[i] = line;
                line += breaks(rows[i].text()) + breaks(rows[i].tail());
            }
            starts = counted;
        }
        return starts[row];
    }

    private static int breaks(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                count++;
            }
        }
        return count;
    }

    /**
     * @throws FailureException {@link ProjectFailure#CSV_CELL_UNWRITABLE} where this format has no way to write a value
     */
    public CsvDocument with(Collection<CellEdit> edits) throws FailureException {
        CsvRow[] changed = rows.clone();
        for (CellEdit edit : edits) {
            requireWritable(edit.row(), edit.value());
            changed[edit.row()] = changed[edit.row()].with(edit.column(), edit.value());
        }
        return with(changed);
    }

    /** @throws FailureException as for {@link #with} */
    public CsvDocument withRow(int at, List<String> values) throws FailureException {
        for (String value : values) {
            requireWritable(Math.max(0, at - 1), value);
        }
        CsvRow[] changed = new CsvRow[rows.length + 1];
        System.arraycopy(rows, 0, changed, 0, at);
        System.arraycopy(rows, at, changed, at + 1, rows.length - at);
        String lineEnd = lineEnd();
        boolean last = at == rows.length;
        boolean open = at > 0 && rows[at - 1].tail().isEmpty();
        changed[at] = CsvRow.of(values, format, last && open ? "" : lineEnd);
        if (open) {
            changed[at - 1] = rows[at - 1].withTail(lineEnd);
        }
        return with(changed);
    }

    public CsvDocument withoutRows(Collection<Integer> gone) {
        Set<Integer> set = new HashSet<>(gone);
        List<CsvRow> kept = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            if (!set.contains(i)) {
                kept.add(rows[i]);
            }
        }
        return with(kept.toArray(CsvRow[]::new));
    }

    /** Puts a column before another, or behind the last. @throws FailureException as for {@link #with} */
    public CsvDocument withColumn(int at, String heading) throws FailureException {
        requireWritable(0, heading);
        CsvRow[] changed = new CsvRow[rows.length];
        for (int i = 0; i < rows.length; i++) {
            changed[i] = rows[i].withColumn(at, i == 0 ? heading : "");
        }
        return with(changed);
    }

    public CsvDocument withoutColumn(int column) {
        return each(row -> row.withoutColumn(column));
    }

    private CsvDocument each(UnaryOperator<CsvRow> change) {
        return with(Arrays.stream(rows).map(change).toArray(CsvRow[]::new));
    }

    /** Rows of its own making are well-formed; faults of rows that stay are found again only when the file is read. */
    private CsvDocument with(CsvRow[] changed) {
        CsvDocument next = new CsvDocument(file, encoding, format, head, changed, List.of());
        return faults.isEmpty() ? next : read(file, next.content(), format);
    }

    private void requireWritable(int row, String value) throws FailureException {
        if (!format.canWrite(value)) {
            throw ProjectFailure.CSV_CELL_UNWRITABLE.raise(file, rows.length == 0 ? 1 : line(row));
        }
    }

    /** The line end of most rows. */
    private String lineEnd() {
        Map<String, Integer> counts = new HashMap<>();
        for (CsvRow row : rows) {
            String tail = row.tail();
            String end = tail.startsWith("\r\n") ? "\r\n" : tail.isEmpty() ? "" : tail.substring(0, 1);
            counts.merge(end, 1, Integer::sum);
        }
        counts.remove("");
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("\r\n");
    }
}
