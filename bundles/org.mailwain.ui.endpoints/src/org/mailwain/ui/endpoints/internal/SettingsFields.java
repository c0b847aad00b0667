package org.mailwain.ui.endpoints.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.presenters.settings.FormField;

/** Widgets for settings; made anew when others are shown, such as those of another choice. */
final class SettingsFields {
    private final EndpointContext endpoint;
    private final FormToolkit toolkit;
    private final Composite parent;
    private final Supplier<List<FormField>> fields;
    private final Runnable reflow;
    private final Set<Control> before;
    private final List<FieldRow> rows = new ArrayList<>();
    private List<FormField> shown = List.of();

    /**
     * @param parent what is in it already stays, above the fields
     * @param reflow lays out anew what is around the fields after some came or went
     */
    SettingsFields(
            EndpointContext endpoint,
            FormToolkit toolkit,
            Composite parent,
            Supplier<List<FormField>> fields,
            Runnable reflow) {
        this.endpoint = endpoint;
        this.toolkit = toolkit;
        this.parent = parent;
        this.fields = fields;
        this.reflow = reflow;
        this.before = Set.of(parent.getChildren());
    }

    void refresh() {
        List<FormField> wanted = visible(fields.get());
        if (!wanted.equals(shown)) {
            String focused = focused();
            for (Control old : parent.getChildren()) {
                if (!before.contains(old)) {
                    old.dispose();
                }
            }
            rows.clear();
            shown = wanted;
            shown.forEach(field -> rows.add(new FieldRow(endpoint, toolkit, parent, field)));
            rows.stream().filter(row -> row.id().equals(focused)).forEach(FieldRow::focus);
            reflow.run();
        }
        rows.forEach(FieldRow::refresh);
    }

    void focus() {
        rows.stream().findFirst().ifPresent(FieldRow::focus);
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
            if (field.isShown(endpoint.editing(), all)) {
                wanted.add(field);
                wanted.addAll(visible(field.below(endpoint.editing())));
            }
        }
        return wanted;
    }
}
