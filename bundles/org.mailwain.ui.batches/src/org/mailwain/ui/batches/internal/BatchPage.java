package org.mailwain.ui.batches.internal;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.ui.Texts;

/** A page of the form of a batch: sections of fields over its text. */
abstract class BatchPage extends FormPage {
    static final Texts TEXTS = Texts.beside(BatchPage.class);

    private final BatchEditor editor;
    private final String name;
    private FieldForm fields;

    /** @param name of the page in texts */
    BatchPage(BatchEditor editor, String name) {
        super(editor, "org.mailwain.ui.batches." + name, TEXTS.of("page." + name));
        this.editor = editor;
        this.name = name;
    }

    final BatchEditor batch() {
        return editor;
    }

    final FieldForm fields() {
        return fields;
    }

    @Override
    protected final void createFormContent(IManagedForm managed) {
        FormToolkit toolkit = managed.getToolkit();
        managed.getForm().setText(TEXTS.of("heading." + name, editor.batch()));
        toolkit.decorateFormHeading(managed.getForm().getForm());
        Composite body = managed.getForm().getBody();
        GridLayoutFactory.swtDefaults().margins(12, 8).spacing(12, 8).applyTo(body);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.mailwain.ui.help.batch");
        fields = new FieldForm(editor, toolkit);
        fill(body, toolkit);
        refresh();
        Runnable leave = editor.editing().onChange(this::refresh);
        body.addDisposeListener(event -> leave.run());
        editor.onProblems(this::refresh);
        // a page that is made late gets the theme's colours late
        managed.getForm().reskin(SWT.ALL);
    }

    /** Makes the sections. */
    abstract void fill(Composite body, FormToolkit toolkit);

    /** What is shown besides the fields follows the text. */
    void update() {}

    private void refresh() {
        if (getManagedForm() != null && !getManagedForm().getForm().isDisposed()) {
            fields.refresh();
            update();
        }
    }

    @Override
    public void setFocus() {
        if (fields == null || !fields.focus()) {
            super.setFocus();
        }
    }
}
