package org.mailwain.ui.lists.internal;

import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.mailwain.presenters.lists.ListEditing;
import org.mailwain.presenters.lists.ListView;

/** Headings of the columns, with a sign of the order. */
final class ListHeadings implements IDataProvider {
    private final ListEditing editing;
    private final ListView view;
    private final ListCells cells;

    ListHeadings(ListEditing editing, ListView view, ListCells cells) {
        this.editing = editing;
        this.view = view;
        this.cells = cells;
    }

    @Override
    public int getColumnCount() {
        return cells.getColumnCount();
    }

    @Override
    public int getRowCount() {
        return 1;
    }

    @Override
    public Object getDataValue(int column, int row) {
        if (column < editing.columns()) {
            String sign = view.descending(column)
                    .map(down -> down ? "  \u25BC" : "  \u25B2")
                    .orElse("");
            return editing.heading(column) + sign;
        }
        return GridPage.TEXTS.of(cells.hasStates() && column == editing.columns() ? "state" : "result");
    }

    @Override
    public void setDataValue(int column, int row, Object value) {
        throw new UnsupportedOperationException();
    }
}
