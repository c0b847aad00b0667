package org.mailwain.ui.endpoints.internal;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.Form;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.endpoints.EndpointForm;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.HeadMessage;

/** A page of an endpoint: a heading that says what is wrong, and sections. */
abstract class EndpointPage extends FormPage {
    static final Texts TEXTS = Texts.beside(EndpointPage.class);

    private final EndpointEditor editor;
    private final EndpointForm form;
    private Runnable leave = () -> {};

    EndpointPage(EndpointEditor editor, EndpointForm form, String id, String title) {
        super(editor, id, TEXTS.of(title));
        this.editor = editor;
        this.form = form;
    }

    abstract void fill(FormToolkit toolkit, Composite body);

    /** Shows what the text says now. */
    abstract void refresh();

    final EndpointEditor editor() {
        return editor;
    }

    final EndpointForm form() {
        return form;
    }

    @Override
    protected final void createFormContent(IManagedForm managed) {
        FormToolkit toolkit = managed.getToolkit();
        ScrolledForm scrolled = managed.getForm();
        toolkit.decorateFormHeading(scrolled.getForm());
        scrolled.setText(TEXTS.of("heading", editor.name()));
        GridLayoutFactory.swtDefaults().margins(10, 10).spacing(16, 12).applyTo(scrolled.getBody());
        PlatformUI.getWorkbench().getHelpSystem().setHelp(scrolled.getBody(), "org.mailwain.ui.help.endpoint");
        fill(toolkit, scrolled.getBody());
        leave = editor.editing().onChange(this::update);
        editor.onProblems(this::update);
        update();
    }

    private void update() {
        if (getManagedForm() == null || getManagedForm().getForm().isDisposed()) {
            return;
        }
        refresh();
        tell(getManagedForm().getForm().getForm());
    }

    private void tell(Form head) {
        Problem first =
                editor.problems().stream().filter(Problem::isError).findFirst().orElse(null);
        if (!editor.editing().isEditable()) {
            HeadMessage.show(head, TEXTS.of("broken"), IMessageProvider.ERROR);
        } else if (first != null) {
            HeadMessage.show(head, editor.workspace().sentence(first.failure()), IMessageProvider.ERROR);
        } else if (form.isInsecure()) {
            HeadMessage.show(head, TEXTS.of("insecure"), IMessageProvider.WARNING);
        } else {
            HeadMessage.show(head, null, IMessageProvider.NONE);
        }
    }

    /** A section with a grid of two columns in it. */
    static Composite section(FormToolkit toolkit, Composite parent, String title, int style) {
        Section section = toolkit.createSection(parent, ExpandableComposite.TITLE_BAR | style);
        section.setText(TEXTS.of(title));
        if ((style & Section.DESCRIPTION) != 0) {
            section.setDescription(TEXTS.of(title + ".text"));
        }
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite client = toolkit.createComposite(section);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(4, 6)
                .spacing(10, 8)
                .applyTo(client);
        section.setClient(client);
        return client;
    }

    static GridData wide() {
        return GridDataFactory.fillDefaults().grab(true, false).create();
    }

    /** Lays the page out anew after fields came or went. */
    final void reflow() {
        getManagedForm().reflow(true);
    }

    @Override
    public void dispose() {
        leave.run();
        super.dispose();
    }
}
