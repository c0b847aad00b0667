package org.mailwain.ui.batches.internal;

import java.util.List;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.presenters.batches.BatchField;

/** Which messages are taken. */
final class FilterPage extends BatchPage {
    private static final List<String> FOLDERS = List.of("filter.include", "filter.exclude");

    FilterPage(BatchEditor editor) {
        super(editor, "filters");
    }

    @Override
    void fill(Composite body, FormToolkit toolkit) {
        Composite folders = fields().section(body, "section.filter.folders");
        Composite messages = fields().section(body, "section.filter.messages");
        for (BatchField field : BatchField.ofFilter()) {
            fields().field(FOLDERS.contains(field.key()) ? folders : messages, field);
        }
    }
}
