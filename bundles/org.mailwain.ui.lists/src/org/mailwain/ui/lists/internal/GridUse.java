package org.mailwain.ui.lists.internal;

import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.config.EditableRule;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.IEditableRule;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.swt.SWT;
import org.mailwain.presenters.lists.ListEditing;

/** Which cells can be edited, and what a click on a heading does. */
final class GridUse extends AbstractUiBindingConfiguration {
    private final GridPage page;
    private final ListEditing editing;

    GridUse(GridPage page, ListEditing editing) {
        this.page = page;
        this.editing = editing;
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITABLE_RULE, new EditableRule() {
            @Override
            public boolean isEditable(int column, int row) {
                return column < editing.columns();
            }
        });
        registry.registerConfigAttribute(
                EditConfigAttributes.CELL_EDITABLE_RULE,
                IEditableRule.NEVER_EDITABLE,
                DisplayMode.EDIT,
                CellLabels.EXTRA);
    }

    @Override
    public void configureUiBindings(UiBindingRegistry bindings) {
        bindings.registerSingleClickBinding(
                new MouseEventMatcher(SWT.NONE, GridRegion.COLUMN_HEADER, MouseEventMatcher.LEFT_BUTTON),
                (table, event) -> {
                    int column = table.getColumnIndexByPosition(table.getColumnPositionByX(event.x));
                    if (column < editing.columns()) {
                        page.sort(column);
                    }
                });
    }
}
