package org.mailwain.ui.internal.explorer;

import java.io.IOException;
import java.nio.file.Path;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.part.ViewPart;
import org.mailwain.presenters.explorer.FileEntry;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.presenters.explorer.FolderWatch;
import org.mailwain.presenters.explorer.OpenProject;
import org.mailwain.ui.internal.Messages;
import org.mailwain.ui.internal.project.ProjectDialogs;

/** The files of the open project; without one, the way to one. Follows the disk. */
public final class ExplorerView extends ViewPart {
    private OpenProject project;
    private Composite stack;
    private Composite empty;
    private TreeViewer tree;
    private FolderWatch watch;
    private Runnable leave;

    @Override
    public void createPartControl(Composite parent) {
        project = getSite().getService(OpenProject.class);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        empty = createEmpty(stack);
        tree = createTree(stack);
        getSite().setSelectionProvider(tree);
        leave = project.onChange(this::show);
        show();
    }

    private Composite createEmpty(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(0, 8).applyTo(page);
        new Label(page, SWT.WRAP).setText(Messages.of("explorer.none"));
        Link links = new Link(page, SWT.WRAP);
        links.setData("id", "explorer.links");
        links.setText(Messages.of("explorer.links"));
        links.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> follow(event.text)));
        return page;
    }

    private void follow(String link) {
        ProjectDialogs dialogs = new ProjectDialogs(getSite().getShell(), project);
        if ("create".equals(link)) {
            dialogs.create();
        } else {
            dialogs.open();
        }
    }

    private TreeViewer createTree(Composite parent) {
        TreeViewer viewer = new TreeViewer(parent, SWT.H_SCROLL | SWT.V_SCROLL);
        viewer.getTree().setData("id", "explorer.tree");
        viewer.setUseHashlookup(true);
        viewer.setContentProvider(new FileEntryContent());
        viewer.setLabelProvider(new FileEntryLabels(JFaceResources.getResources()));
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.addOpenListener(event -> open((IStructuredSelection) event.getSelection()));
        return viewer;
    }

    private void open(IStructuredSelection selection) {
        for (Object selected : selection.toList()) {
            FileEntry entry = (FileEntry) selected;
            if (entry.kind() == FileKind.FOLDER) {
                tree.setExpandedState(entry, !tree.getExpandedState(entry));
            } else {
                new FileOpener(getSite().getPage()).open(entry);
            }
        }
    }

    private void show() {
        unwatch();
        project.folder().ifPresentOrElse(this::showFolder, () -> top(empty));
    }

    private void showFolder(Path folder) {
        tree.setInput(FileEntry.of(folder));
        setContentDescription(folder.toString());
        top(tree.getTree());
        Display display = stack.getDisplay();
        try {
            watch = FolderWatch.start(folder, () -> {
                if (!display.isDisposed()) {
                    display.asyncExec(this::refresh);
                }
            });
        } catch (IOException e) {
            ILog.of(ExplorerView.class).warn(Messages.of("explorer.failed"), e);
        }
    }

    private void top(Composite page) {
        if (page == empty) {
            tree.setInput(null);
            setContentDescription("");
        }
        ((StackLayout) stack.getLayout()).topControl = page;
        stack.layout();
    }

    /** Reads the folder again; what is selected and unfolded stays so. */
    void refresh() {
        if (!tree.getTree().isDisposed() && tree.getInput() != null) {
            tree.refresh();
        }
    }

    private void unwatch() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    @Override
    public void setFocus() {
        ((StackLayout) stack.getLayout()).topControl.setFocus();
    }

    @Override
    public void dispose() {
        unwatch();
        if (leave != null) {
            leave.run();
        }
        super.dispose();
    }
}
