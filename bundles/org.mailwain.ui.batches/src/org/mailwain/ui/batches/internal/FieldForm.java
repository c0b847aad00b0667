package org.mailwain.ui.batches.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Section;
import org.mailwain.presenters.batches.BatchField;
import org.mailwain.ui.Texts;

/** The fields of one page: made section by section, shown anew together. */
final class FieldForm {
    private static final Texts TEXTS = BatchPage.TEXTS;
    private static final int WIDTH = 640;

    private final BatchEditor editor;
    private final FormToolkit toolkit;
    private final List<FieldRow> rows = new ArrayList<>();

    FieldForm(BatchEditor editor, FormToolkit toolkit) {
        this.editor = editor;
        this.toolkit = toolkit;
    }

    /** A section with two columns, to be filled with fields. @param key of its title; a text {@code key.text} stands below */
    Composite section(Composite parent, String key) {
        boolean described = TEXTS.has(key + ".text");
        Section section = toolkit.createSection(
                parent, ExpandableComposite.TITLE_BAR | (described ? Section.DESCRIPTION : SWT.NONE));
        section.setText(TEXTS.of(key));
        if (described) {
            section.setDescription(TEXTS.of(key + ".text"));
        }
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(4, 6)
                .spacing(12, 6)
                .applyTo(client);
        section.setClient(client);
        return client;
    }

    /** A field for a setting, with the words that it may be, if it is a choice. */
    void field(Composite section, BatchField field) {
        field(section, field, field::words);
    }

    /** A field that offers names. @param names asked for anew whenever the form is shown anew */
    void field(Composite section, BatchField field, Supplier<List<String>> names) {
        Label label = toolkit.createLabel(section, TEXTS.of("field." + field.key()));
        boolean many = field.shape() == BatchField.Shape.LINES;
        GridDataFactory.swtDefaults()
                .align(SWT.BEGINNING, many ? SWT.BEGINNING : SWT.CENTER)
                .hint(180, SWT.DEFAULT)
                .applyTo(label);
        boolean choice =
                field.shape() == BatchField.Shape.CHOICE || !names.get().isEmpty();
        rows.add(
                choice
                        ? FieldRow.choice(editor, section, field, names)
                        : FieldRow.text(editor, toolkit, section, field));
    }

    void refresh() {
        rows.forEach(FieldRow::refresh);
    }

    boolean focus() {
        return !rows.isEmpty() && rows.getFirst().focus();
    }
}
