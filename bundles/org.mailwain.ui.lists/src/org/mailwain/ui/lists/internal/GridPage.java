package org.mailwain.ui.lists.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.FailureException;
import org.mailwain.presenters.lists.FindReplace;
import org.mailwain.presenters.lists.ListEditing;
import org.mailwain.presenters.lists.ListView;
import org.mailwain.presenters.lists.RowResults;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.RunState;
import org.mailwain.project.csv.CsvDocument.Cell;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** The grid with its bar above and what it comes to below. */
final class GridPage {
    static final Texts TEXTS = Texts.beside(GridPage.class);

    private final ListEditor editor;
    private final ListView view;
    private final Composite whole;
    private final MailboxGrid grid;
    private final ListBar bar;
    private final ListActions actions;
    private final Label sum;
    private RunState shownState;
    private boolean asked;

    GridPage(ListEditor editor, Composite parent) {
        this.editor = editor;
        view = new ListView(editor.editing());
        whole = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(whole);
        bar = new ListBar(whole, this);
        grid = new MailboxGrid(whole, this, editor.editing(), view, editor.checks());
        GridDataFactory.fillDefaults().grab(true, true).applyTo(grid.control());
        sum = new Label(whole, SWT.NONE);
        sum.setData("id", "list.sum");
        GridDataFactory.fillDefaults().grab(true, false).indent(6, 3).applyTo(sum);
        actions = new ListActions(editor, this, grid, view);
        actions.menu(grid.control());
        editor.editing().onChange(this::changed);
        editor.checks().onResult(this::checked);
        changed();
        projectChanged();
    }

    Control control() {
        return whole;
    }

    void handleCommands() {
        actions.handle();
    }

    void focus() {
        grid.control().setFocus();
    }

    ListEditing editing() {
        return editor.editing();
    }

    ListActions actions() {
        return actions;
    }

    private void changed() {
        if (!whole.isDisposed()) {
            view.arrange();
            grid.refresh();
            tell();
        }
    }

    private void checked() {
        if (!whole.isDisposed()) {
            editor.publish();
            if (editor.checks().texts() != null) {
                view.take(editor.checks().texts());
            }
            grid.redraw();
            tell();
        }
    }

    private void tell() {
        sum.setText(TEXTS.of(
                "sum", editing().rows(), view.rows(), editor.checks().problems().count()));
    }

    void filter(String text) {
        view.filter(text);
        grid.refresh();
        tell();
    }

    void sort(int column) {
        view.sort(column);
        grid.refresh();
    }

    /** Changes a cell; what cannot be written is said above the grid. */
    void set(int row, int column, String value) {
        attempt(() -> editing().set(row, column, value));
    }

    interface Change {
        void make() throws FailureException;
    }

    void attempt(Change change) {
        try {
            change.make();
        } catch (FailureException e) {
            editor.bar().tell(editor.workspace().sentence(e.failure()));
        }
    }

    void reveal(int row, int column) {
        if (view.shown(row) < 0) {
            bar.clearFilter();
        }
        grid.select(view.shown(row), column);
    }

    boolean find(String text) {
        Optional<Cell> next = new FindReplace(editing(), view).next(grid.selected(), text);
        next.ifPresent(cell -> grid.select(cell.row(), cell.column()));
        return next.isPresent();
    }

    void replace(String text, String by) {
        attempt(() -> new FindReplace(editing(), view).replace(grid.selected(), text, by));
        find(text);
    }

    void replaceAll(String text, String by) {
        attempt(() -> {
            int count = new FindReplace(editing(), view).replaceAll(text, by);
            sum.setText(TEXTS.of("replaced", count));
        });
    }

    /** Shows the states of the mailboxes of a batch that uses the list, each time that its run goes on. */
    void projectChanged() {
        ProjectModel project = editor.file().project();
        List<String> batches =
                RowResults.batches(project.project(), editor.file().file().name());
        RunState now =
                batches.isEmpty() ? null : project.run(batches.getFirst()).orElse(null);
        if (now == null || now.equals(shownState) && asked) {
            return;
        }
        shownState = now;
        asked = true;
        String batch = batches.getFirst();
        new Background(whole.getDisplay())
                .quietly(
                        TEXTS.of("states", batch),
                        context -> RowResults.states(editor.workspace().services(), project.folder(), batch),
                        result -> {
                            if (!whole.isDisposed()
                                    && result instanceof Result.Done<Map<String, MailboxState>>(var states)) {
                                grid.states(states);
                            }
                        });
    }
}
