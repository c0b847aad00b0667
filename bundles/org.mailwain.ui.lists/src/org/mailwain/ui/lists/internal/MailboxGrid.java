package org.mailwain.ui.lists.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultCornerDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.CornerLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.GridLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.RowHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectCellCommand;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.widgets.Composite;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.presenters.lists.ListEditing;
import org.mailwain.presenters.lists.ListView;
import org.mailwain.project.csv.CsvDocument.Cell;
import org.mailwain.ui.editors.Names;

/** The rows of a list in a grid; only what is in sight is drawn, so that 50,000 are as quick as five. */
final class MailboxGrid {
    private static final int COLUMN_WIDTH = 190;
    private static final int STATE_WIDTH = 150;
    private static final int ROW_HEIGHT = 24;
    private static final int NUMBER_WIDTH = 60;

    private final ListEditing editing;
    private final ListView view;
    private final ListCells cells;
    private final SelectionLayer selection;
    private final DataLayer data;
    private final NatTable table;
    private int shownRows = -1;
    private int shownColumns = -1;

    MailboxGrid(Composite parent, GridPage page, ListEditing editing, ListView view, ListChecks checks) {
        this.editing = editing;
        this.view = view;
        cells = new ListCells(page, editing, view);
        data = new DataLayer(cells, COLUMN_WIDTH, ROW_HEIGHT);
        data.setColumnWidthByPosition(editing.columns(), STATE_WIDTH);
        data.setConfigLabelAccumulator(new CellLabels(editing, view, checks));
        selection = new SelectionLayer(data);
        ViewportLayer viewport = new ViewportLayer(selection);
        ListHeadings headings = new ListHeadings(editing, view, cells);
        ListNumbers numbers = new ListNumbers(view);
        DataLayer headingData = new DataLayer(headings, COLUMN_WIDTH, ROW_HEIGHT);
        DataLayer numberData = new DataLayer(numbers, NUMBER_WIDTH, ROW_HEIGHT);
        ColumnHeaderLayer columnHeader = new ColumnHeaderLayer(headingData, viewport, selection);
        RowHeaderLayer rowHeader = new RowHeaderLayer(numberData, viewport, selection);
        CornerLayer corner = new CornerLayer(
                new DataLayer(new DefaultCornerDataProvider(headings, numbers)), rowHeader, columnHeader);
        table = new NatTable(parent, new GridLayer(viewport, columnHeader, rowHeader, corner), false);
        table.setData("id", "list.grid");
        Names.give(table, GridPage.TEXTS.of("grid.name"));
        table.addConfiguration(new GridLook(parent.getDisplay()));
        table.addConfiguration(new GridUse(page, editing));
        table.configure();
        new CellTips(table, page, view, checks);
    }

    NatTable control() {
        return table;
    }

    /**
     * After anything about the rows has changed. Where as many are shown as before, what is selected stays so, and nothing
     * has to be thought over but what is in sight.
     */
    void refresh() {
        if (shownRows == view.rows() && shownColumns == cells.getColumnCount()) {
            table.redraw();
        } else {
            shownRows = view.rows();
            shownColumns = cells.getColumnCount();
            table.refresh();
        }
    }

    void redraw() {
        table.redraw();
    }

    /** Selected cells of the list itself, rows as shown. */
    List<Cell> cells() {
        List<Cell> selected = new ArrayList<>();
        for (PositionCoordinate each : selection.getSelectedCellPositions()) {
            if (each.getColumnPosition() < editing.columns() && each.getRowPosition() < view.rows()) {
                selected.add(new Cell(each.getRowPosition(), each.getColumnPosition()));
            }
        }
        return selected;
    }

    /** The cell with the frame, row as shown; -1 where there is none. */
    Cell selected() {
        PositionCoordinate anchor = selection.getSelectionAnchor();
        return new Cell(anchor.getRowPosition(), anchor.getColumnPosition());
    }

    void select(int shown, int column) {
        if (shown >= 0) {
            table.doCommand(new SelectCellCommand(selection, column, shown, false, false));
            table.setFocus();
        }
    }

    void selectAll() {
        selection.selectAll();
    }

    /** By label of the row, as operations call it. */
    void states(Map<String, MailboxState> states) {
        cells.states(states);
        refresh();
    }

    void result(String label, String text) {
        cells.result(label, text);
        refresh();
    }

    /** Takes back that a test runs, where no result came. */
    void unfinished(String label, String running) {
        if (running.equals(cells.result(label))) {
            result(label, "");
        }
    }

    List<String> labels(List<Integer> rows) {
        return rows.stream()
                .map(cells::label)
                .distinct()
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
