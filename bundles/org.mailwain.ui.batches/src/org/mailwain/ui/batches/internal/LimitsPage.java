package org.mailwain.ui.batches.internal;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.presenters.batches.BatchField;

/** How hard the batch works. */
final class LimitsPage extends BatchPage {
    LimitsPage(BatchEditor editor) {
        super(editor, "limits");
    }

    @Override
    void fill(Composite body, FormToolkit toolkit) {
        Composite limits = fields().section(body, "section.limits");
        BatchField.ofLimits().forEach(field -> fields().field(limits, field));
        new RunLimitsSection(batch(), toolkit, fields().section(body, "section.run"));
    }
}
