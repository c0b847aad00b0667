package org.mailwain.ui.internal.start;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.FormText;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapData;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.part.EditorPart;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.internal.Messages;
import org.mailwain.ui.internal.project.ProjectDialogs;

/** Says what to do next, with links that do it. */
public final class StartPage extends EditorPart {
    /** As in plugin.xml. */
    public static final String ID = "org.mailwain.ui.start";

    private static final int SPACE_ABOVE = 6;

    private Workspace workspace;
    private FormToolkit toolkit;
    private ScrolledForm form;
    private Hyperlink firstLink;
    private Runnable leave;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        workspace = site.getService(Workspace.class);
    }

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        form.setText(Messages.of("start.heading"));
        TableWrapLayout layout = new TableWrapLayout();
        layout.leftMargin = 16;
        layout.rightMargin = 16;
        layout.verticalSpacing = 4;
        form.getBody().setLayout(layout);
        fill();
        leave = workspace.onChange(this::fill);
    }

    private void fill() {
        for (var old : form.getBody().getChildren()) {
            old.dispose();
        }
        workspace.projects().stream()
                .findFirst()
                .ifPresentOrElse(
                        project -> paragraph(Messages.of("start.project", escaped(project.name()))),
                        () -> paragraph(Messages.of("start.intro")));
        heading("start.next");
        ProjectDialogs dialogs = new ProjectDialogs(getSite().getShell(), workspace);
        action("start.create", dialogs::create);
        action("start.open", dialogs::open);
        heading("start.demo");
        paragraph(Messages.of("start.demo.text"));
        recent(dialogs, workspace.recent());
        form.reflow(true);
    }

    private void recent(ProjectDialogs dialogs, List<Path> folders) {
        if (!folders.isEmpty()) {
            heading("start.recent");
        }
        for (Path folder : folders) {
            link(folder.toString(), "start.recent", () -> dialogs.open(folder));
        }
    }

    private void action(String key, Runnable action) {
        Hyperlink link = link(Messages.of(key), key, action);
        firstLink = firstLink == null || firstLink.isDisposed() ? link : firstLink;
        paragraph(Messages.of(key + ".text"));
    }

    private Hyperlink link(String text, String id, Runnable action) {
        Hyperlink link = toolkit.createHyperlink(form.getBody(), text, SWT.NONE);
        link.setData("id", id);
        // Later, since the action fills the page anew and the link is gone then.
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(
                event -> link.getDisplay().asyncExec(action)));
        return link;
    }

    private void heading(String key) {
        TableWrapData space = new TableWrapData();
        space.heightHint = SPACE_ABOVE;
        toolkit.createLabel(form.getBody(), "").setLayoutData(space);
        paragraph("<b>" + Messages.of(key) + "</b>");
    }

    private void paragraph(String text) {
        FormText paragraph = toolkit.createFormText(form.getBody(), false);
        paragraph.setText("<form><p>" + text + "</p></form>", true, false);
        paragraph.setLayoutData(new TableWrapData(TableWrapData.FILL_GRAB));
    }

    private static String escaped(Object text) {
        return text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public void setFocus() {
        firstLink.setFocus();
    }

    @Override
    public void dispose() {
        if (leave != null) {
            leave.run();
        }
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // Nothing here is ever dirty.
    }

    @Override
    public void doSaveAs() {
        // Not allowed.
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
