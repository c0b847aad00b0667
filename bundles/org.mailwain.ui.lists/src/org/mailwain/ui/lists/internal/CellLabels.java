package org.mailwain.ui.lists.internal;

import java.util.Optional;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.cell.IConfigLabelAccumulator;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.lists.ListEditing;
import org.mailwain.presenters.lists.ListView;

/** Says of a cell how it is to be drawn. */
final class CellLabels implements IConfigLabelAccumulator {
    static final String SECRET = "secret";
    static final String ERROR = "error";
    static final String WARNING = "warning";
    static final String EXTRA = "extra";

    private final ListEditing editing;
    private final ListView view;
    private final ListChecks checks;

    CellLabels(ListEditing editing, ListView view, ListChecks checks) {
        this.editing = editing;
        this.view = view;
        this.checks = checks;
    }

    @Override
    public void accumulateConfigLabels(LabelStack labels, int column, int shown) {
        if (column >= editing.columns()) {
            labels.addLabel(EXTRA);
            return;
        }
        if (shown >= view.rows()) {
            return;
        }
        Optional<Problem> problem = checks.problems().at(view.row(shown), column);
        problem.ifPresent(found -> labels.addLabel(found.isError() ? ERROR : WARNING));
        if (view.isSecret(column)) {
            labels.addLabel(SECRET);
        }
    }
}
