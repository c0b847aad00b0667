package org.mailwain.ui.reports.internal;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.mailwain.ui.editors.Names;

/** A table of texts that fills what is in sight; a row that is an alarm is red, and says so in its words. */
final class Grid {
    private final Table table;
    private List<Row> rows = List.of();

    /** @param alarm whether the row is wrong */
    record Row(List<String> cells, boolean alarm) {}

    /** @param number whether it stands at the right */
    record Column(String title, int width, boolean number) {}

    /** @param id for tests and commands; @param name for screen readers */
    Grid(Composite parent, String id, String name, List<Column> columns) {
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        table.setData("id", id);
        Names.give(table, name);
        for (Column column : columns) {
            TableColumn widget = new TableColumn(table, column.number() ? SWT.RIGHT : SWT.LEFT);
            widget.setText(column.title());
            widget.setToolTipText(column.title());
            widget.setWidth(column.width());
            widget.setMoveable(true);
        }
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, event.index));
    }

    Table table() {
        return table;
    }

    void show(List<Row> fresh) {
        rows = fresh;
        table.setItemCount(0);
        table.setItemCount(rows.size());
    }

    private void fill(TableItem item, int index) {
        Row row = rows.get(index);
        item.setText(row.cells().toArray(String[]::new));
        item.setForeground(row.alarm() ? Signs.red(table) : null);
    }
}
