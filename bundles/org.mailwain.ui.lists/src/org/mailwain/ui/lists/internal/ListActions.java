package org.mailwain.ui.lists.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.handlers.IHandlerService;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.lists.Clip;
import org.mailwain.presenters.lists.ListEditing;
import org.mailwain.presenters.lists.ListProblems;
import org.mailwain.presenters.lists.ListView;
import org.mailwain.project.csv.CsvDocument.Cell;
import org.mailwain.project.csv.CsvDocument.CellEdit;
import org.mailwain.ui.editors.Undo;

/** What can be done with the selected cells: by keys, by the Edit menu and by the menu of the grid. */
final class ListActions {
    private static final String COMMANDS = "org.mailwain.ui.lists.";

    private final ListEditor editor;
    private final GridPage page;
    private final MailboxGrid grid;
    private final ListView view;
    private final RowMatch match;

    ListActions(ListEditor editor, GridPage page, MailboxGrid grid, ListView view) {
        this.editor = editor;
        this.page = page;
        this.grid = grid;
        this.view = view;
        this.match = new RowMatch(editor, page, grid);
    }

    void handle() {
        Undo.handle(editor.getEditorSite(), ActionFactory.UNDO, editing()::undo);
        Undo.handle(editor.getEditorSite(), ActionFactory.REDO, editing()::redo);
        Undo.handle(editor.getEditorSite(), ActionFactory.COPY, () -> inField(Text::copy, this::copy));
        Undo.handle(editor.getEditorSite(), ActionFactory.CUT, () -> inField(Text::cut, this::cut));
        Undo.handle(editor.getEditorSite(), ActionFactory.PASTE, () -> inField(Text::paste, this::paste));
        Undo.handle(editor.getEditorSite(), ActionFactory.DELETE, () -> inField(text -> text.insert(""), this::clear));
        Undo.handle(editor.getEditorSite(), ActionFactory.SELECT_ALL, () -> inField(Text::selectAll, grid::selectAll));
        IHandlerService handlers = editor.getSite().getService(IHandlerService.class);
        command(handlers, "fillDown", this::fillDown);
        command(handlers, "insertRow", this::insertRow);
        command(handlers, "deleteRows", this::deleteRows);
        command(handlers, "testRows", this::test);
        command(handlers, "match", match::start);
        editor.getSite().getService(IContextService.class).activateContext("org.mailwain.ui.lists.context");
    }

    private static void command(IHandlerService handlers, String name, Runnable work) {
        handlers.activateHandler(COMMANDS + name, new AbstractHandler() {
            @Override
            public Object execute(ExecutionEvent event) {
                work.run();
                return null;
            }
        });
    }

    /** A field that has the focus takes the commands of the clipboard; else the grid does. */
    private void inField(java.util.function.Consumer<Text> inText, Runnable inGrid) {
        Control focused = grid.control().getDisplay().getFocusControl();
        if (focused instanceof Text text) {
            inText.accept(text);
        } else {
            inGrid.run();
        }
    }

    private ListEditing editing() {
        return page.editing();
    }

    void menu(Control control) {
        MenuManager menu = new MenuManager();
        menu.setRemoveAllWhenShown(true);
        menu.addMenuListener(shown -> {
            fixes(menu);
            menu.add(action("copy", this::copy));
            menu.add(action("paste", this::paste));
            menu.add(action("fill", this::fillDown));
            menu.add(new Separator());
            menu.add(action("insert", this::insertRow));
            menu.add(action("delete", this::deleteRows));
            menu.add(new Separator());
            menu.add(action("test.rows", this::test));
            menu.add(action("match", match::start));
        });
        control.setMenu(menu.createContextMenu(control));
    }

    /** Ways to mend the problem of the selected cell. */
    private void fixes(MenuManager menu) {
        Cell at = grid.selected();
        if (at.row() < 0 || at.row() >= view.rows()) {
            return;
        }
        int row = view.row(at.row());
        match.choices(row)
                .forEach(address ->
                        menu.add(named(GridPage.TEXTS.of("match.choose", address), () -> match.choose(row, address))));
        editor.checks().problems().at(row, at.column()).ifPresent(problem -> {
            for (String suggestion : problem.suggestions()) {
                menu.add(named(GridPage.TEXTS.of("fix", suggestion), () -> page.set(row, at.column(), suggestion)));
            }
            if (!problem.suggestions().isEmpty()) {
                menu.add(named(GridPage.TEXTS.of("fix.all"), () -> fixAll(problem)));
            }
            if (ListProblems.isDoubledRow(problem)) {
                menu.add(named(GridPage.TEXTS.of("fix.doubled"), () -> editing().deleteRows(List.of(row))));
            }
            menu.add(new Separator());
        });
    }

    /** The first suggestion for each cell with the same fault. */
    private void fixAll(Problem like) {
        List<CellEdit> edits = new ArrayList<>();
        editor.checks().problems().cells().forEach((cell, problem) -> {
            boolean same = problem.failure().code().equals(like.failure().code());
            if (same && cell.row() >= 0 && !problem.suggestions().isEmpty()) {
                edits.add(new CellEdit(
                        cell.row(), cell.column(), problem.suggestions().getFirst()));
            }
        });
        page.attempt(() -> editing().setAll(edits));
    }

    private static Action action(String key, Runnable work) {
        return named(GridPage.TEXTS.of(key), work);
    }

    private static Action named(String text, Runnable work) {
        return new Action(text) {
            @Override
            public void run() {
                work.run();
            }
        };
    }

    /** Passwords stay where they are: their cells are empty on the clipboard. */
    private void copy() {
        Set<Integer> rows = new TreeSet<>();
        Set<Integer> columns = new TreeSet<>();
        grid.cells().forEach(cell -> {
            rows.add(cell.row());
            columns.add(cell.column());
        });
        List<List<String>> block = rows.stream()
                .map(row -> columns.stream()
                        .map(column -> view.isSecret(column) ? "" : editing().cell(view.row(row), column))
                        .toList())
                .toList();
        if (!block.isEmpty()) {
            Clipboard clipboard = new Clipboard(grid.control().getDisplay());
            clipboard.setContents(new Object[] {Clip.write(block)}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }

    private void cut() {
        copy();
        clear();
    }

    private void clear() {
        setSelected(cell -> "");
    }

    private void setSelected(java.util.function.Function<Cell, String> value) {
        List<CellEdit> edits = grid.cells().stream()
                .map(cell -> new CellEdit(view.row(cell.row()), cell.column(), value.apply(cell)))
                .toList();
        page.attempt(() -> editing().setAll(edits));
    }

    private void paste() {
        Clipboard clipboard = new Clipboard(grid.control().getDisplay());
        Object text = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        if (text instanceof String cells && !cells.isEmpty()) {
            Cell at = grid.selected();
            page.attempt(() ->
                    editing().paste(view.from(Math.max(0, at.row())), Math.max(0, at.column()), Clip.read(cells)));
        }
    }

    /** The topmost selected cell of each column goes into those below. */
    private void fillDown() {
        int top = grid.cells().stream().mapToInt(Cell::row).min().orElse(-1);
        if (top >= 0) {
            setSelected(cell -> editing().cell(view.row(top), cell.column()));
        }
    }

    private void insertRow() {
        int at = grid.selected().row();
        page.attempt(() ->
                editing().insertRow(at < 0 || at >= view.rows() ? editing().rows() : view.row(at) + 1));
    }

    private void deleteRows() {
        Set<Integer> rows = new HashSet<>();
        grid.cells().forEach(cell -> rows.add(view.row(cell.row())));
        editing().deleteRows(rows);
    }

    /** Looks for the mailboxes of the target. */
    void match() {
        match.start();
    }

    /** Tests the sign-in of the selected rows; all where none is selected. */
    void test() {
        List<Integer> rows = grid.cells().stream()
                .map(cell -> view.row(cell.row()))
                .distinct()
                .toList();
        List<Integer> wanted =
                rows.isEmpty() ? IntStream.range(0, editing().rows()).boxed().toList() : rows;
        new RowTest(editor, grid).start(wanted);
    }
}
