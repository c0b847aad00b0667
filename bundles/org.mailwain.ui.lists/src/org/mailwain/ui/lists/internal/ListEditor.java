package org.mailwain.ui.lists.internal;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.MultiPageEditorPart;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.lists.ListEditing;
import org.mailwain.presenters.lists.ListProblems;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.mailboxes.ListRules;
import org.mailwain.project.mailboxes.MailboxList;
import org.mailwain.project.text.TextContent;
import org.mailwain.ui.FileInput;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.FileSaving;
import org.mailwain.ui.editors.OutsideBar;
import org.mailwain.ui.editors.ProblemFixes;
import org.mailwain.ui.editors.ProblemTarget;
import org.mailwain.ui.editors.SourcePage;

/** A mailbox list as a grid, and its text. One whose quotes do not close opens as text. */
public final class ListEditor extends MultiPageEditorPart implements ProblemTarget, ProblemFixes {
    private static final Texts TEXTS = Texts.beside(ListEditor.class);
    private static final int SOURCE = 1;

    private final List<Runnable> leave = new ArrayList<>();
    private Workspace workspace;
    private FileInput input;
    private ListEditing editing;
    private FileSaving saving;
    private OutsideBar bar;
    private GridPage grid;
    private SourcePage source;
    private ListChecks checks;
    private String typed;
    private boolean dirty;

    @Override
    public void init(IEditorSite site, IEditorInput given) throws PartInitException {
        super.init(site, given);
        workspace = site.getService(Workspace.class);
        input = (FileInput) given;
        setPartName(input.getName());
        editing = new ListEditing(read(input.bytes()));
        saving = new FileSaving(this, workspace, input);
        checks = new ListChecks(input, editing, site.getShell().getDisplay());
        leave.add(editing.onChange(this::changed));
        leave.add(input.project().onChange(this::projectChanged));
    }

    private CsvDocument read(byte[] bytes) {
        return MailboxList.document(input.file().name(), bytes, rules());
    }

    ListRules rules() {
        return ListProblems.rules(
                input.project().project(), input.path(), input.file().name());
    }

    Workspace workspace() {
        return workspace;
    }

    FileInput file() {
        return input;
    }

    ListEditing editing() {
        return editing;
    }

    ListChecks checks() {
        return checks;
    }

    OutsideBar bar() {
        return bar;
    }

    @Override
    protected Composite createPageContainer(Composite parent) {
        bar = new OutsideBar(parent);
        return super.createPageContainer(bar.below());
    }

    @Override
    protected void createPages() {
        PlatformUI.getWorkbench().getHelpSystem().setHelp(getContainer(), "org.mailwain.ui.help.list");
        grid = new GridPage(this, getContainer());
        setPageText(addPage(grid.control()), TEXTS.of("grid"));
        source = new SourcePage(getContainer(), false, text -> {
            typed = text;
            changed();
        });
        setPageText(addPage(source.control()), TEXTS.of("source"));
        source.handleClipboard(getEditorSite());
        grid.handleCommands();
        if (!editing.document().problems().isEmpty()) {
            setActivePage(SOURCE);
            source.show(editing.content().text());
        }
        checks.onResult(() -> source.mark(checks.problems().all()));
        checks.soon(rules());
    }

    /** The text page is shown as the rows are now; what was typed there becomes rows when it is left. */
    @Override
    protected void pageChange(int page) {
        super.pageChange(page);
        if (page == SOURCE) {
            source.show(editing.content().text());
            source.mark(checks.problems().all());
        } else {
            takeTyped();
            grid.focus();
        }
    }

    private void takeTyped() {
        if (typed != null) {
            TextContent content = editing.content().withText(typed);
            typed = null;
            editing.replace(CsvDocument.read(
                    input.file().name(), content, editing.document().format()));
        }
    }

    private void changed() {
        boolean now = isDirty();
        if (dirty != now) {
            dirty = now;
            firePropertyChange(PROP_DIRTY);
        }
        checks.soon(rules());
    }

    private void projectChanged() {
        checks.soon(rules());
        grid.projectChanged();
        saving.look(theirs -> {
            if (!isDirty()) {
                editing.outside(read(theirs));
            } else {
                bar.ask(TEXTS.of("outside", getPartName()), () -> {
                    typed = null;
                    editing.outside(read(theirs));
                });
            }
        });
    }

    @Override
    public void setFocus() {
        if (getActivePage() == SOURCE) {
            source.focus();
        } else {
            grid.focus();
        }
    }

    @Override
    public void showProblem(Problem problem) {
        var cell = editing.document().cell(problem);
        if (cell.isPresent() && cell.get().row() > 0) {
            setActivePage(0);
            grid.reveal(cell.get().row() - 1, cell.get().column());
        } else {
            setActivePage(SOURCE);
            source.reveal(problem);
        }
    }

    @Override
    public void fix(Problem problem, String suggestion) {
        editing.document().cell(problem).ifPresent(cell -> grid.set(cell.row() - 1, cell.column(), suggestion));
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        takeTyped();
        CsvDocument written = editing.document();
        if (saving.save(written.content())) {
            editing.saved(written);
            input.project().unsaved(input.file().name(), null);
            bar.clear();
        } else {
            monitor.setCanceled(true);
        }
    }

    /** What operations see of the list while it is not saved. */
    void publish() {
        input.project().unsaved(input.file().name(), editing.isDirty() ? checks.unsaved() : null);
    }

    @Override
    public boolean isDirty() {
        return editing != null && (editing.isDirty() || typed != null);
    }

    @Override
    public void doSaveAs() {
        // Not allowed: batches know the list by its name.
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void dispose() {
        leave.forEach(Runnable::run);
        if (isDirty()) {
            input.project().unsaved(input.file().name(), null);
        }
        super.dispose();
    }
}
