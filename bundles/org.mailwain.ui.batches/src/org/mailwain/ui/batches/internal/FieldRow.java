package org.mailwain.ui.batches.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.batches.BatchField;
import org.mailwain.project.text.LineMap;
import org.mailwain.project.yaml.YamlNode;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/** One field of the form of a batch, in step with the text; problems of its place in the text stand beside it. */
final class FieldRow {
    private static final Texts TEXTS = BatchPage.TEXTS;
    private static final int LINES = 4;

    private final BatchEditor editor;
    private final BatchField field;
    private final Control control;
    private final Consumer<String> show;
    private final ControlDecoration decoration;
    private boolean showing;

    private FieldRow(BatchEditor editor, BatchField field, Control control, Consumer<String> show) {
        this.editor = editor;
        this.field = field;
        this.control = control;
        this.show = show;
        this.decoration = new ControlDecoration(control, SWT.LEFT | SWT.TOP);
        control.setData("id", "field." + field.key());
        Names.give(control, TEXTS.of("field." + field.key()));
        if (TEXTS.has("help." + field.key())) {
            control.setToolTipText(TEXTS.of("help." + field.key()));
        }
        control.addFocusListener(
                FocusListener.focusLostAdapter(event -> editor.editing().pause()));
    }

    static FieldRow text(BatchEditor editor, FormToolkit toolkit, Composite parent, BatchField field) {
        boolean many = field.shape() == BatchField.Shape.LINES;
        Text text = toolkit.createText(
                parent, "", SWT.BORDER | (many ? SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL : SWT.SINGLE));
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(SWT.DEFAULT, many ? LINES * text.getLineHeight() : SWT.DEFAULT)
                .indent(8, 0)
                .applyTo(text);
        if (!many) {
            text.setMessage(message(field));
        }
        FieldRow row = new FieldRow(editor, field, text, text::setText);
        text.addModifyListener(event -> row.typed(text.getText()));
        return row;
    }

    private static String message(BatchField field) {
        String example = "message." + field.key();
        if (TEXTS.has(example)) {
            return TEXTS.of(example);
        }
        return field.setting().fallback().map(word -> TEXTS.of("default", word)).orElse("");
    }

    /** @param names asked for anew each time; what stands in the text is offered besides */
    static FieldRow choice(BatchEditor editor, Composite parent, BatchField field, Supplier<List<String>> names) {
        Combo combo = new Combo(parent, SWT.READ_ONLY | SWT.DROP_DOWN);
        GridDataFactory.fillDefaults()
                .indent(8, 0)
                .hint(280, SWT.DEFAULT)
                .align(SWT.BEGINNING, SWT.FILL)
                .applyTo(combo);
        List<String> values = new ArrayList<>();
        FieldRow row = new FieldRow(editor, field, combo, value -> {
            List<String> now = offered(field, names.get(), value);
            if (!now.equals(values)) {
                values.clear();
                values.addAll(now);
                combo.setItems(now.stream().map(each -> shown(field, each)).toArray(String[]::new));
            }
            combo.select(values.indexOf(value));
        });
        combo.addSelectionListener(
                SelectionListener.widgetSelectedAdapter(event -> row.typed(values.get(combo.getSelectionIndex()))));
        return row;
    }

    private static List<String> offered(BatchField field, List<String> names, String value) {
        List<String> all = new ArrayList<>();
        if (!field.setting().required() || value.isEmpty()) {
            all.add("");
        }
        all.addAll(names);
        if (!all.contains(value)) {
            all.add(value);
        }
        return all;
    }

    private static String shown(BatchField field, String value) {
        String key = "word." + field.key() + "." + value;
        if (TEXTS.has(key)) {
            return TEXTS.of(key);
        } else if (value.isEmpty()) {
            return field.setting()
                    .fallback()
                    .map(word -> TEXTS.of("default", word))
                    .orElse(TEXTS.of("none"));
        }
        return value;
    }

    private void typed(String value) {
        if (!showing) {
            editor.set(field.path(), field.typed(value));
        }
    }

    boolean focus() {
        return control.setFocus();
    }

    void refresh() {
        String value = field.shown(editor.editing());
        showing = true;
        try {
            boolean same =
                    control instanceof Text text && field.typed(text.getText()).equals(field.typed(value));
            if (!same) {
                show.accept(value);
            }
        } finally {
            showing = false;
        }
        control.setEnabled(editor.editing().isEditable());
        mark();
    }

    private void mark() {
        Optional<Problem> problem =
                editor.problems().stream().filter(this::isHere).findFirst();
        if (problem.isEmpty()) {
            decoration.hide();
            return;
        }
        String kind = problem.get().isError() ? FieldDecorationRegistry.DEC_ERROR : FieldDecorationRegistry.DEC_WARNING;
        decoration.setImage(
                FieldDecorationRegistry.getDefault().getFieldDecoration(kind).getImage());
        decoration.setDescriptionText(editor.workspace().sentence(problem.get().failure()));
        decoration.show();
    }

    private boolean isHere(Problem problem) {
        Optional<YamlNode> node = editor.editing().document().find(field.path());
        if (node.isEmpty() || problem.line() == 0) {
            return false;
        }
        LineMap lines = editor.editing().document().lines();
        int first = lines.line(node.get().span().start());
        int last = Math.max(
                first,
                lines.line(Math.max(node.get().span().start(), node.get().span().end() - 1)));
        return problem.line() >= first && problem.line() <= last;
    }
}
