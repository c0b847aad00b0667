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
        for (long i = 1; i <= all; i++) {
            long at = (start + i) % all;
            Cell cell = new Cell((int) (at / columns), (int) (at % columns));
            if (holds(cell, wanted)) {
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
        editing.set(view.row(cell.row()), cell.column(), replaced(value(cell), text, by));
        return true;
    }

    /** In all cells that are shown, as one step of undo. @return in how many */
    public int replaceAll(String text, String by) throws FailureException {
        List<CellEdit> edits = new ArrayList<>();
        String wanted = text.toLowerCase(Locale.ROOT);
        for (int row = 0; row < view.rows() && !text.isEmpty(); row++) {
            for (int column = 0; column < editing.columns(); column++) {
                Cell cell = new Cell(row, column);
                if (holds(cell, wanted)) {
                    edits.add(new CellEdit(view.row(row), column, replaced(value(cell), text, by)));
                }
            }
        }
        editing.setAll(edits);
        return edits.size();
    }

    private static String replaced(String value, String text, String by) {
        return Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(value)
                .replaceAll(Matcher.quoteReplacement(by));
    }
}
