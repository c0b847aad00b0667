package org.mailwain.ui.endpoints.internal;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.mailwain.presenters.endpoints.EndpointForm;

/** What the endpoint bears, over all batches together. */
final class LimitsPage extends EndpointPage {
    private SettingsFields fields;

    LimitsPage(EndpointEditor editor, EndpointForm form) {
        super(editor, form, "limits", "limits");
    }

    @Override
    void fill(FormToolkit toolkit, Composite body) {
        Composite section = section(toolkit, body, "limits", ExpandableComposite.EXPANDED | Section.DESCRIPTION);
        fields = new SettingsFields(editor(), toolkit, section, form()::limits, this::reflow);
    }

    @Override
    void refresh() {
        fields.refresh();
    }
}
