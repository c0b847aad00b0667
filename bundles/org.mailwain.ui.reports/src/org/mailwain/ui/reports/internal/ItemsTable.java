package org.mailwain.ui.reports.internal;

import java.util.function.Consumer;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultColumnHeaderDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.DefaultColumnHeaderDataLayer;
import org.eclipse.nebula.widgets.nattable.layer.CompositeLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.config.DefaultRowSelectionLayerConfiguration;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;
import org.eclipse.swt.widgets.Composite;
import org.mailwain.presenters.reports.ItemPages;
import org.mailwain.presenters.reports.ItemPages.ListedItem;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/** Items in a table that holds none of them: it asks for those in sight. */
final class ItemsTable {
    private static final Texts TEXTS = Texts.beside(ItemsTable.class);

    private final NatTable table;
    private final ItemRows rows;
    private final SelectionLayer selection;
    private final ViewportLayer viewport;
    private Consumer<ListedItem> onSelect = item -> {};

    ItemsTable(Composite parent, Workspace workspace) {
        rows = new ItemRows(workspace);
        DataLayer data = new DataLayer(rows);
        for (int i = 0; i < ItemRows.Column.values().length; i++) {
            data.setColumnWidthByPosition(i, ItemRows.Column.values()[i].width());
        }
        selection = new SelectionLayer(data, false);
        selection.addConfiguration(new DefaultRowSelectionLayerConfiguration());
        viewport = new ViewportLayer(selection);
        viewport.setRegionName(GridRegion.BODY);
        DefaultColumnHeaderDataLayer titles =
                new DefaultColumnHeaderDataLayer(new DefaultColumnHeaderDataProvider(ItemRows.titles()));
        ColumnHeaderLayer header = new ColumnHeaderLayer(titles, viewport, selection);
        CompositeLayer whole = new CompositeLayer(1, 2);
        whole.setChildLayer(GridRegion.COLUMN_HEADER, header, 0, 0);
        whole.setChildLayer(GridRegion.BODY, viewport, 0, 1);
        table = new NatTable(parent, whole, false);
        table.addConfiguration(new DefaultNatTableStyleConfiguration());
        table.configure();
        table.setData("id", "report.items");
        Names.give(table, TEXTS.of("tab.items"));
        table.addListener(org.eclipse.swt.SWT.Show, event -> theme());
        theme();
        table.addLayerListener(event -> {
            if (event instanceof ISelectionEvent) {
                selected();
            }
        });
    }

    private void theme() {
        table.setTheme(new ItemsTheme(table.getDisplay()));
    }

    void onSelect(Consumer<ListedItem> listener) {
        onSelect = listener;
    }

    void show(ItemPages pages) {
        rows.become(pages);
        selection.clear();
        viewport.setOriginY(0);
        onSelect.accept(null);
        table.refresh();
    }

    /** Rows that were asked for are at hand. From any thread. */
    void soon() {
        if (!table.isDisposed()) {
            table.getDisplay().asyncExec(() -> {
                if (!table.isDisposed()) {
                    table.redraw();
                    selected();
                }
            });
        }
    }

    private void selected() {
        int[] positions = selection.getFullySelectedRowPositions();
        onSelect.accept(positions.length == 0 ? null : rows.item(positions[0]));
    }
}
