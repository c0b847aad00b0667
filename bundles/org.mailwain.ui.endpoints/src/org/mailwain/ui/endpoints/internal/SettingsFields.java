package org.mailwain.ui.endpoints.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.presenters.settings.FormField;

/** Widgets for settings; made anew when others are shown, such as those of another choice. */
final class SettingsFields {
    private final EndpointPage page;
    private final FormToolkit toolkit;
    private final Composite parent;
    private final Supplier<List<FormField>> fields;
    private final List<FieldRow> rows = new ArrayList<>();
    private List<FormField> shown = List.of();

    SettingsFields(EndpointPage page, FormToolkit toolkit, Composite parent, Supplier<List<FormField>> fields) {
        this.page = page;
        this.toolkit = toolkit;
        this.parent = parent;
        this.fields = fields;
    }

    void refresh() {
        List<FormField> wanted = visible(fields.get());
        if (!wanted.equals(shown)) {
            String focused = focused();
            for (Control old : parent.getChildren()) {
                old.dispose();
            }
            rows.clear();
            shown = wanted;
            shown.forEach(field -> rows.add(new FieldRow(page.editor(), toolkit, parent, field)));
            rows.stream().filter(row -> row.id().equals(focused)).forEach(FieldRow::focus);
            page.reflow();
        }
        rows.forEach(FieldRow::refresh);
    }

    private String focused() {
        return rows.stream()
                .filter(FieldRow::hasFocus)
                .map(FieldRow::id)
                .findFirst()
                .orElse("");
    }

    private List<FormField> visible(List<FormField> all) {
        List<FormField> wanted = new ArrayList<>();
        for (FormField field : all) {
            if (field.isShown(page.editor().editing(), all)) {
                wanted.add(field);
                wanted.addAll(visible(field.below(page.editor().editing())));
            }
        }
        return wanted;
    }
}
