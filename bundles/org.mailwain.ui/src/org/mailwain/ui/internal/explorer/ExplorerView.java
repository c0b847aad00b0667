package org.mailwain.ui.internal.explorer;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.part.ViewPart;
import org.mailwain.presenters.explorer.FileEntry;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Editors;
import org.mailwain.ui.internal.Messages;
import org.mailwain.ui.internal.project.ProjectDialogs;

/** The files of the open project; without one, the way to one. Follows the disk. */
public final class ExplorerView extends ViewPart {
    private Workspace workspace;
    private Composite stack;
    private Composite empty;
    private TreeViewer tree;
    private final List<Runnable> watched = new ArrayList<>();
    private Runnable leave;

    @Override
    public void createPartControl(Composite parent) {
        workspace = getSite().getService(Workspace.class);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        empty = createEmpty(stack);
        tree = createTree(stack);
        getSite().setSelectionProvider(tree);
        leave = workspace.onChange(this::show);
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
        ProjectDialogs dialogs = new ProjectDialogs(getSite().getShell(), workspace);
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
                new Editors(getSite().getPage()).open(entry.path());
            }
        }
    }

    private void show() {
        List<FileEntry> folders = workspace.projects().stream()
                .map(project -> FileEntry.of(project.folder()))
                .toList();
        watched.forEach(Runnable::run);
        watched.clear();
        workspace.projects().forEach(project -> watched.add(project.onChange(this::refresh)));
        if (folders.isEmpty()) {
            top(empty);
        } else {
            tree.setInput(folders);
            tree.expandToLevel(2);
            top(tree.getTree());
        }
    }

    private void top(Composite page) {
        if (page == empty) {
            tree.setInput(null);
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

    @Override
    public void setFocus() {
        ((StackLayout) stack.getLayout()).topControl.setFocus();
    }

    @Override
    public void dispose() {
        watched.forEach(Runnable::run);
        if (leave != null) {
            leave.run();
        }
        super.dispose();
    }
}
