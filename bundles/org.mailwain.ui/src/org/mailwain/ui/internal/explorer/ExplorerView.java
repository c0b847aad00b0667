package org.mailwain.ui.internal.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
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
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.part.ViewPart;
import org.mailwain.presenters.explorer.ExplorerItem.FileItem;
import org.mailwain.presenters.explorer.ExplorerItem.ProjectItem;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Commands;
import org.mailwain.ui.Editors;
import org.mailwain.ui.Texts;
import org.mailwain.ui.contrib.Contributions;
import org.mailwain.ui.contrib.ExplorerNodes;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.internal.project.ProjectDialogs;

/** The open projects with what is in them; without one, the way to one. Follows the disk, editors and runs. */
public final class ExplorerView extends ViewPart {
    /** As in plugin.xml. */
    public static final String ID = "org.mailwain.ui.explorer";

    private static final Texts TEXTS = Texts.beside(ExplorerView.class);

    private final List<Runnable> watched = new ArrayList<>();
    private Workspace workspace;
    private Composite stack;
    private Composite empty;
    private Composite full;
    private TreeViewer tree;
    private Runnable leave;

    @Override
    public void createPartControl(Composite parent) {
        workspace = getSite().getService(Workspace.class);
        stack = new Composite(parent, SWT.NONE);
        stack.setLayout(new StackLayout());
        empty = createEmpty(stack);
        full = new Composite(stack, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(full);
        Text filter = createFilter(full);
        tree = createTree(full);
        NameFilter.install(filter, tree);
        leave = workspace.onChange(this::show);
        getSite().setSelectionProvider(tree);
        show();
    }

    private Composite createEmpty(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(12, 12).spacing(0, 8).applyTo(page);
        new Label(page, SWT.WRAP).setText(TEXTS.of("none"));
        Link links = new Link(page, SWT.WRAP);
        links.setData("id", "explorer.links");
        links.setText(TEXTS.of("links"));
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

    private static Text createFilter(Composite parent) {
        Text filter = new Text(parent, SWT.SEARCH | SWT.ICON_CANCEL | SWT.ICON_SEARCH);
        filter.setData("id", "explorer.filter");
        filter.setMessage(TEXTS.of("filter"));
        Names.give(filter, TEXTS.of("filter"));
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 2).applyTo(filter);
        return filter;
    }

    private TreeViewer createTree(Composite parent) {
        TreeViewer viewer = new TreeViewer(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(viewer.getTree());
        viewer.getTree().setData("id", "explorer.tree");
        Names.give(viewer.getTree(), TEXTS.of("tree"));
        viewer.setUseHashlookup(true);
        Contributions contributions = getSite().getService(Contributions.class);
        viewer.setContentProvider(new ExplorerContent(contributions.nodes()));
        viewer.setLabelProvider(new ExplorerLabels(JFaceResources.getResources()));
        ColumnViewerToolTipSupport.enableFor(viewer);
        viewer.addOpenListener(event -> open((IStructuredSelection) event.getSelection()));
        viewer.setInput(workspace);
        MenuManager menu = new MenuManager();
        viewer.getTree().setMenu(menu.createContextMenu(viewer.getTree()));
        getSite().registerContextMenu(ID, menu, viewer);
        new ExplorerDrops(this, viewer, workspace).install();
        return viewer;
    }

    private void open(IStructuredSelection selection) {
        for (Object selected : selection.toList()) {
            switch (selected) {
                case FileItem file
                when file.file().kind() == FileKind.REPORT ->
                    Commands.run(
                            getSite(),
                            "org.mailwain.ui.reports.open",
                            Map.of("folder", file.file().path().getParent().toString()));
                case FileItem file ->
                    new Editors(getSite().getPage()).open(file.file().path());
                case ExplorerNodes.Node node -> node.open(getSite().getPage());
                default -> tree.setExpandedState(selected, !tree.getExpandedState(selected));
            }
        }
    }

    private void show() {
        watched.forEach(Runnable::run);
        watched.clear();
        for (ProjectModel project : workspace.projects()) {
            watched.add(project.onChange(this::refresh));
        }
        refresh();
        boolean any = !workspace.projects().isEmpty();
        ((StackLayout) stack.getLayout()).topControl = any ? full : empty;
        stack.layout();
    }

    /** Shows everything as it is now; what is selected and unfolded stays so, a new project is unfolded. */
    private void refresh() {
        if (tree.getTree().isDisposed()) {
            return;
        }
        List<ProjectItem> shown = new ArrayList<>();
        for (var item : tree.getTree().getItems()) {
            if (item.getData() instanceof ProjectItem project && item.getItemCount() > 0) {
                shown.add(project);
            }
        }
        tree.refresh();
        for (ProjectModel project : workspace.projects()) {
            ProjectItem item = new ProjectItem(project);
            if (!shown.contains(item)
                    || project.project().isPresent() && !Boolean.TRUE.equals(tree.getData(key(item)))) {
                tree.expandToLevel(item, 2);
                tree.setData(key(item), project.project().isPresent());
            }
        }
    }

    private static String key(ProjectItem item) {
        return "unfolded " + item.project().folder();
    }

    @Override
    public void setFocus() {
        if (((StackLayout) stack.getLayout()).topControl == full) {
            tree.getTree().setFocus();
        } else {
            empty.setFocus();
        }
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
