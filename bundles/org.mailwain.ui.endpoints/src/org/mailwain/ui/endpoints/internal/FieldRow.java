package org.mailwain.ui.endpoints.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.settings.Setting.Kind;
import org.mailwain.presenters.settings.FormField;
import org.mailwain.project.text.Span;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.project.yaml.YamlValue;
import org.mailwain.ui.editors.Names;

/** A label and the widget that its kind of setting asks for, in step with the text. */
final class FieldRow {
    private static final int WORDS_WIDTH = 160;

    private final EndpointContext endpoint;
    private final FormField field;
    private final Control control;
    private final ControlDecoration sign;
    private boolean showing;

    FieldRow(EndpointContext endpoint, FormToolkit toolkit, Composite parent, FormField field) {
        this.endpoint = endpoint;
        this.field = field;
        boolean tick = field.setting().kind() instanceof Kind.Truth;
        Label label = toolkit.createLabel(parent, tick ? "" : EndpointPage.TEXTS.of("label", field.label()));
        label.setToolTipText(field.help());
        control = tick
                ? check(toolkit, parent)
                : field.words().isEmpty() ? text(toolkit, parent) : combo(toolkit, parent);
        control.setData("id", "field." + field.id());
        control.setToolTipText(field.help().isEmpty() ? null : field.help());
        Names.give(control, field.label());
        sign = new ControlDecoration(control, SWT.TOP | SWT.LEFT);
        sign.hide();
        control.addFocusListener(
                FocusListener.focusLostAdapter(event -> endpoint.editing().pause()));
    }

    private Control text(FormToolkit toolkit, Composite parent) {
        if (field.setting().kind() instanceof Kind.Hidden) {
            return new StoredSecret(endpoint, toolkit, parent, field).control();
        }
        Text text = toolkit.createText(parent, "", SWT.SINGLE | SWT.BORDER);
        text.setMessage(field.setting().fallback().orElse(""));
        boolean small = switch (field.setting().kind()) {
            case Kind.Port port -> true;
            case Kind.Whole whole -> true;
            case Kind.Size size -> true;
            case Kind.Time time -> true;
            default -> false;
        };
        GridData data = EndpointPage.wide();
        if (small) {
            data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
            data.widthHint = WORDS_WIDTH;
        }
        data.horizontalIndent = 4;
        text.setLayoutData(data);
        text.addModifyListener(event -> write(text.getText()));
        return text;
    }

    private Control combo(FormToolkit toolkit, Composite parent) {
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        toolkit.adapt(combo, true, true);
        List<String> values = new ArrayList<>(field.words());
        if (field.setting().fallback().isEmpty() && !field.setting().required()) {
            values.addFirst("");
        }
        combo.setItems(values.stream()
                .map(value -> value.isEmpty() ? EndpointPage.TEXTS.of("usual") : value)
                .toArray(String[]::new));
        GridData data = new GridData(SWT.BEGINNING, SWT.CENTER, false, false);
        data.widthHint = WORDS_WIDTH;
        data.horizontalIndent = 4;
        combo.setLayoutData(data);
        combo.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> write(values.get(combo.getSelectionIndex()))));
        combo.setData("values", values);
        return combo;
    }

    private Control check(FormToolkit toolkit, Composite parent) {
        Button button = toolkit.createButton(parent, field.label().replace("&", "&&"), SWT.CHECK);
        GridData data = EndpointPage.wide();
        data.horizontalIndent = 4;
        button.setLayoutData(data);
        button.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> write(Boolean.toString(button.getSelection()))));
        return button;
    }

    private void write(String typed) {
        if (!showing && !typed.equals(shown())) {
            endpoint.set(field.path(), meant(typed));
        }
    }

    /** A choice that is what would hold anyway need not be written. */
    private Optional<YamlValue> meant(String typed) {
        boolean usual = !field.words().isEmpty()
                && field.value(endpoint.editing()).isEmpty()
                && field.setting().fallback().orElse("").equals(typed);
        return usual ? Optional.empty() : field.written(typed);
    }

    private String shown() {
        return control instanceof Text ? field.value(endpoint.editing()) : field.effective(endpoint.editing());
    }

    void refresh() {
        showing = true;
        try {
            String value = shown();
            switch (control) {
                case Text text when !text.getText().strip().equals(value) -> text.setText(value);
                case Combo combo -> combo.select(((List<?>) combo.getData("values")).indexOf(value));
                case Button button -> button.setSelection(value.equals("true"));
                default -> {}
            }
            control.setEnabled(endpoint.editing().isEditable());
        } finally {
            showing = false;
        }
        sign(problem());
    }

    private void sign(Problem problem) {
        if (problem == null) {
            sign.hide();
        } else {
            sign.setImage(FieldDecorationRegistry.getDefault()
                    .getFieldDecoration(
                            problem.isError() ? FieldDecorationRegistry.DEC_ERROR : FieldDecorationRegistry.DEC_WARNING)
                    .getImage());
            sign.setDescriptionText(endpoint.space().sentence(problem.failure()));
            sign.show();
        }
    }

    /** The problem on the line where the value stands. */
    private Problem problem() {
        Optional<YamlNode> node = endpoint.editing().document().find(field.path());
        if (node.isEmpty()) {
            return null;
        }
        Span span = node.get().span();
        int line = endpoint.editing().document().lines().line(span.start());
        return endpoint.problems().stream()
                .filter(problem -> problem.line() == line)
                .findFirst()
                .orElse(null);
    }

    String id() {
        return field.id();
    }

    boolean hasFocus() {
        return !control.isDisposed() && control.isFocusControl();
    }

    void focus() {
        control.setFocus();
    }
}
