package org.mailwain.presenters.lists;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mailwain.api.failure.FailureException;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvDocument.CellEdit;
import org.mailwain.project.text.TextContent;

/**
 * A mailbox list in an editor: cells that change, rows that come and go, with undo. Rows count from 0 without the
 * heading. Does not touch the disk. For one thread, on which listeners are told.
 */
public final class ListEditing {
    private static final int MOST_UNDO = 200;

    private final Deque<CsvDocument> done = new ArrayDeque<>();
    private final Deque<CsvDocument> undone = new ArrayDeque<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private CsvDocument document;
    private CsvDocument saved;

    public ListEditing(CsvDocument document) {
        this.document = document;
        this.saved = document;
    }

    public CsvDocument document() {
        return document;
    }

    public int rows() {
        return Math.max(0, document.rows() - 1);
    }

    public int columns() {
        return document.rows() == 0 ? 0 : document.row(0).size();
    }

    public String heading(int column) {
        return document.row(0).cell(column);
    }

    /** Empty for a cell that a short row does not have. */
    public String cell(int row, int column) {
        return column < document.row(row + 1).size() ? document.row(row + 1).cell(column) : "";
    }

    /** @throws FailureException where the file's format has no way to write the value */
    public void set(int row, int column, String value) throws FailureException {
        if (!cell(row, column).equals(value)) {
            become(document.with(List.of(new CellEdit(row + 1, column, value))));
        }
    }

    /** Many cells as one step of undo; rows as in the methods of this class. @throws FailureException as for {@link #set} */
    public void setAll(Collection<CellEdit> edits) throws FailureException {
        List<CellEdit> shifted = edits.stream()
                .filter(edit -> !cell(edit.row(), edit.column()).equals(edit.value()))
                .map(edit -> new CellEdit(edit.row() + 1, edit.column(), edit.value()))
                .toList();
        if (!shifted.isEmpty()) {
            become(document.with(shifted));
        }
    }

    /** Gives a column another heading. @throws FailureException as for {@link #set} */
    public void setHeading(int column, String heading) throws FailureException {
        become(document.with(List.of(new CellEdit(0, column, heading))));
    }

    /** Puts an empty row before another, or behind the last. @throws FailureException as for {@link #set} */
    public void insertRow(int at) throws FailureException {
        become(document.withRow(Math.min(at + 1, document.rows()), emptyRow()));
    }

    /** One blank cell in each place; a row of nothing at all would be no row. */
    private List<String> emptyRow() {
        return Collections.nCopies(Math.max(2, columns()), "");
    }

    public void deleteRows(Collection<Integer> rows) {
        become(document.withoutRows(rows.stream().map(row -> row + 1).toList()));
    }

    /** @throws FailureException as for {@link #set} */
    public void addColumn(String heading) throws FailureException {
        become(document.withColumn(columns(), heading));
    }

    /**
     * Puts a block of cells, as another program gave them to the clipboard, where a cell is; rows that are missing are
     * made. One step of undo.
     *
     * @param rowsAt the rows that take the block, in the order shown; behind their end rows are added
     * @throws FailureException as for {@link #set}
     */
    public void paste(List<Integer> rowsAt, int column, List<List<String>> block) throws FailureException {
        CsvDocument next = document;
        List<CellEdit> edits = new ArrayList<>();
        for (int i = 0; i < block.size(); i++) {
            int row = i < rowsAt.size() ? rowsAt.get(i) + 1 : next.rows();
            if (row == next.rows()) {
                next = next.withRow(row, emptyRow());
            }
            for (int j = 0; j < block.get(i).size() && column + j < columns(); j++) {
                edits.add(new CellEdit(row, column + j, block.get(i).get(j)));
            }
        }
        become(next.with(edits));
    }

    private void become(CsvDocument next) {
        done.addLast(document);
        if (done.size() > MOST_UNDO) {
            done.removeFirst();
        }
        undone.clear();
        document = next;
        tell();
    }

    public void undo() {
        move(done, undone);
    }

    public void redo() {
        move(undone, done);
    }

    private void move(Deque<CsvDocument> from, Deque<CsvDocument> to) {
        if (!from.isEmpty()) {
            to.addLast(document);
            document = from.removeLast();
            tell();
        }
    }

    public boolean isDirty() {
        return document != saved;
    }

    public TextContent content() {
        return document.content();
    }

    /** @param written what is on the disk now */
    public void saved(CsvDocument written) {
        saved = written;
        tell();
    }

    /** The list as a person left its text. */
    public void replace(CsvDocument other) {
        become(other);
    }

    /** What another program wrote; it can be undone like an edit of ours. */
    public void outside(CsvDocument theirs) {
        become(theirs);
        saved(theirs);
    }

    /** Told after each change and save. @return takes the listener away again */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
