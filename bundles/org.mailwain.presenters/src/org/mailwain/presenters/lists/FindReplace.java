package org.mailwain.presenters.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.csv.CsvDocument.Cell;
import org.mailwain.project.csv.CsvDocument.CellEdit;

/** Finds a text in the cells that are shown, and puts another in its place; never in passwords. Case does not matter. */
public final class FindReplace {
    private final ListEditing editing;
    private final ListView view;

    public FindReplace(ListEditing editing, ListView view) {
        this.editing = editing;
        this.view = view;
    }

    /** The next place behind one, around the end; rows as shown. */
    public Optional<Cell> next(Cell behind, String text) {
        int columns = editing.columns();
        long all = (long) view.rows() * columns;
        if (text.isEmpty() || all == 0) {
            return Optional.empty();
        }
        long start = (long) behind.row() * columns + behind.column();
        String wanted = text.toLowerCase(Locale.ROOT);
        RowTexts texts = view.searchable();
        for (long i = 1; i <= all; i++) {
            long at = (start + i) % all;
            Cell cell = new Cell((int) (at / columns), (int) (at % columns));
            if (!texts.holds(view.row(cell.row()), wanted)) {
                i += columns - 1 - cell.column(); // on to the next row
            } else if (holds(cell, wanted)) {
                return Optional.of(cell);
            }
        }
        return Optional.empty();
    }

    private boolean holds(Cell cell, String wanted) {
        return !view.isSecret(cell.column())
                && value(cell).toLowerCase(Locale.ROOT).contains(wanted);
    }

    private String value(Cell cell) {
        return editing.cell(view.row(cell.row()), cell.column());
    }

    /** In one cell. @return whether it held the text */
    public boolean replace(Cell cell, String text, String by) throws FailureException {
        if (text.isEmpty() || !holds(cell, text.toLowerCase(Locale.ROOT))) {
            return false;
        }
        editing.set(view.row(cell.row()), cell.column(), replaced(pattern(text), value(cell), by));
        return true;
    }

    /** In all cells that are shown, as one step of undo. @return in how many */
    public int replaceAll(String text, String by) throws FailureException {
        List<CellEdit> edits = new ArrayList<>();
        String wanted = text.toLowerCase(Locale.ROOT);
        Pattern pattern = pattern(text);
        RowTexts texts = view.searchable();
        for (int row = 0; row < view.rows() && !text.isEmpty(); row++) {
            boolean here = texts.holds(view.row(row), wanted);
            for (int column = 0; here && column < editing.columns(); column++) {
                Cell cell = new Cell(row, column);
                if (holds(cell, wanted)) {
                    edits.add(new CellEdit(view.row(row), column, replaced(pattern, value(cell), by)));
                }
            }
        }
        editing.setAll(edits);
        return edits.size();
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String replaced(Pattern pattern, String value, String by) {
        return pattern.matcher(value).replaceAll(Matcher.quoteReplacement(by));
    }
}
