package org.mailwain.ui.lists.internal;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.mailwain.presenters.lists.ListView;
import org.mailwain.presenters.workspace.Workspace;

/** Says of a cell what is wrong with it, else what stands in it where it is too narrow; never a password. */
final class CellTips extends NatTableContentTooltip {
    private final NatTable table;
    private final ListView view;
    private final ListChecks checks;

    CellTips(NatTable table, GridPage page, ListView view, ListChecks checks) {
        super(table, GridRegion.BODY);
        this.table = table;
        this.view = view;
        this.checks = checks;
    }

    @Override
    protected String getText(Event event) {
        int column = table.getColumnIndexByPosition(table.getColumnPositionByX(event.x));
        int shown = table.getRowIndexByPosition(table.getRowPositionByY(event.y));
        if (shown < 0 || shown >= view.rows() || column < 0) {
            return null;
        }
        return checks.problems()
                .at(view.row(shown), column)
                .map(problem ->
                        PlatformUI.getWorkbench().getService(Workspace.class).sentence(problem.failure()))
                .orElseGet(() -> view.isSecret(column) ? null : super.getText(event));
    }
}
