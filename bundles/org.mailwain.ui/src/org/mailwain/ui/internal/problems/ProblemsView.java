package org.mailwain.ui.internal.problems;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.part.ViewPart;
import org.mailwain.presenters.problems.ProblemLine;
import org.mailwain.presenters.problems.ProblemList;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Editors;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;
import org.mailwain.ui.editors.ProblemFixes;
import org.mailwain.ui.editors.ProblemTarget;

/** Everything that is wrong with the open projects; a double click leads to the place, the menu mends it. */
public final class ProblemsView extends ViewPart {
    private static final Texts TEXTS = Texts.beside(ProblemsView.class);

    private final List<Runnable> leave = new ArrayList<>();
    private Workspace workspace;
    private TableViewer table;
    private Runnable leaveWorkspace;

    @Override
    public void createPartControl(Composite parent) {
        workspace = getSite().getService(Workspace.class);
        Composite frame = new Composite(parent, SWT.NONE);
        TableColumnLayout layout = new TableColumnLayout();
        frame.setLayout(layout);
        table = new TableViewer(frame, SWT.FULL_SELECTION | SWT.MULTI | SWT.V_SCROLL);
        table.getTable().setHeaderVisible(true);
        table.getTable().setData("id", "problems.table");
        Names.give(table.getTable(), TEXTS.of("table"));
        table.setContentProvider(ArrayContentProvider.getInstance());
        column(layout, "what", 60, new SentenceLabels());
        column(layout, "place", 25, ColumnLabelProvider.createTextProvider(line -> ((ProblemLine) line).place()));
        column(
                layout,
                "project",
                15,
                ColumnLabelProvider.createTextProvider(
                        line -> ((ProblemLine) line).project().name()));
        table.addOpenListener(event -> open((IStructuredSelection) event.getSelection()));
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> fill(menu));
        table.getTable().setMenu(menu.createContextMenu(table.getTable()));
        getSite().setSelectionProvider(table);
        leaveWorkspace = workspace.onChange(this::watch);
        watch();
    }

    private void column(TableColumnLayout layout, String key, int weight, ColumnLabelProvider labels) {
        TableViewerColumn column = new TableViewerColumn(table, SWT.NONE);
        column.getColumn().setText(TEXTS.of(key));
        column.setLabelProvider(labels);
        layout.setColumnData(column.getColumn(), new ColumnWeightData(weight, 80, true));
    }

    private void watch() {
        leave.forEach(Runnable::run);
        leave.clear();
        workspace.projects().forEach(project -> leave.add(project.onChange(this::show)));
        show();
    }

    private void show() {
        if (!table.getTable().isDisposed()) {
            ProblemList list = ProblemList.of(workspace);
            table.setInput(list.lines());
            setContentDescription(
                    list.isEmpty() ? TEXTS.of("none") : TEXTS.of("sum", list.errors(), list.warnings(), list.left()));
        }
    }

    private void open(IStructuredSelection selection) {
        if (selection.getFirstElement() instanceof ProblemLine line) {
            open(line, target -> target.showProblem(line.problem()));
        }
    }

    private void open(ProblemLine line, java.util.function.Consumer<ProblemTarget> then) {
        ProjectModel project = line.project();
        new Editors(getSite().getPage())
                .open(project.folder().resolve(line.problem().file()), (IEditorPart part) -> {
                    if (part instanceof ProblemTarget target) {
                        then.accept(target);
                    }
                });
    }

    private void fill(MenuManager menu) {
        if (table.getStructuredSelection().getFirstElement() instanceof ProblemLine line) {
            menu.add(action(TEXTS.of("open"), () -> open(table.getStructuredSelection())));
            for (String suggestion : line.problem().suggestions()) {
                menu.add(action(TEXTS.of("fix", suggestion), () -> fix(line, suggestion)));
            }
        }
    }

    private void fix(ProblemLine line, String suggestion) {
        open(line, target -> {
            target.showProblem(line.problem());
            if (target instanceof ProblemFixes fixes) {
                fixes.fix(line.problem(), suggestion);
            }
        });
    }

    private static Action action(String text, Runnable work) {
        return new Action(text) {
            @Override
            public void run() {
                work.run();
            }
        };
    }

    @Override
    public void setFocus() {
        table.getTable().setFocus();
    }

    @Override
    public void dispose() {
        leave.forEach(Runnable::run);
        if (leaveWorkspace != null) {
            leaveWorkspace.run();
        }
        super.dispose();
    }
}
