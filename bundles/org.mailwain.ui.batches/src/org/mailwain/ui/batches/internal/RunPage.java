package org.mailwain.ui.batches.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.forms.IManagedForm;
import org.eclipse.ui.forms.editor.FormPage;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.mailwain.presenters.batches.BatchPicture;
import org.mailwain.ui.Texts;

/** The run of a batch as it goes: state, progress, speed, what waits and why, errors by cause, each mailbox. */
final class RunPage extends FormPage {
    static final String ID = "org.mailwain.ui.batches.run";

    private static final Texts TEXTS = Texts.beside(RunPage.class);

    private final BatchEditor editor;
    private RunHead head;
    private RateChart chart;
    private TroubleTables troubles;
    private MailboxTable mailboxes;
    private FolderTable folders;

    RunPage(BatchEditor editor) {
        super(editor, ID, TEXTS.of("page.run"));
        this.editor = editor;
    }

    @Override
    protected void createFormContent(IManagedForm managed) {
        FormToolkit toolkit = managed.getToolkit();
        managed.getForm().setText(TEXTS.of("heading.run", editor.batch()));
        toolkit.decorateFormHeading(managed.getForm().getForm());
        Composite body = managed.getForm().getBody();
        GridLayoutFactory.swtDefaults().margins(12, 8).spacing(8, 8).applyTo(body);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(body, "org.mailwain.ui.help.run");
        head = new RunHead(editor, toolkit, body);
        SashForm halves = new SashForm(body, SWT.VERTICAL | SWT.SMOOTH);
        toolkit.adapt(halves);
        GridDataFactory.fillDefaults().grab(true, true).hint(600, 420).applyTo(halves);
        SashForm above = new SashForm(halves, SWT.HORIZONTAL | SWT.SMOOTH);
        toolkit.adapt(above);
        chart = new RateChart(above);
        troubles = new TroubleTables(above, editor.workspace());
        above.setWeights(5, 6);
        SashForm below = new SashForm(halves, SWT.HORIZONTAL | SWT.SMOOTH);
        toolkit.adapt(below);
        mailboxes = new MailboxTable(toolkit, below, editor);
        folders = new FolderTable(toolkit, below);
        below.setWeights(8, 3);
        halves.setWeights(4, 6);
        mailboxes.onSelect(folders::show);
        // a page that is made late gets the theme's colours late; the chart takes them from what is around it
        managed.getForm().reskin(SWT.ALL);
        body.getDisplay().asyncExec(() -> editor.onPicture(this::show));
    }

    private void show(BatchPicture picture) {
        if (getManagedForm() == null || getManagedForm().getForm().isDisposed()) {
            return;
        }
        head.show(picture);
        chart.show(picture.rates());
        troubles.show(picture);
        mailboxes.show(picture.mailboxes());
    }

    @Override
    public void setFocus() {
        if (head == null || !head.focus()) {
            super.setFocus();
        }
    }
}
