package org.mailwain.ui.editors;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.forms.editor.FormEditor;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.editing.YamlEditing;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;
import org.mailwain.ui.FileInput;
import org.mailwain.ui.Texts;
import org.mailwain.ui.contrib.EditorPages;

/**
 * An editor of a YAML file: pages of a form, pages that others contribute ({@link EditorPages}), and the text. All show
 * one {@link YamlEditing}; each change is the smallest edit of the text, with one undo for all pages. What other programs
 * write shows at once; where something here is not saved, a bar asks. A file with a syntax error opens as text.
 */
public abstract class YamlEditor extends FormEditor implements ProblemTarget, ProblemFixes {
    private static final Texts TEXTS = Texts.beside(YamlEditor.class);

    private final List<Runnable> leave = new ArrayList<>();
    private final List<Runnable> onProblems = new ArrayList<>();
    private Workspace workspace;
    private FileInput input;
    private YamlEditing editing;
    private FileSaving saving;
    private OutsideBar bar;
    private SourcePage source;
    private boolean dirty;

    /** Adds the pages of the form. */
    protected abstract void addFormPages() throws PartInitException;

    @Override
    public void init(IEditorSite site, IEditorInput given) throws PartInitException {
        super.init(site, given);
        workspace = site.getService(Workspace.class);
        input = (FileInput) given;
        editing = new YamlEditing(input.file().name(), input.bytes());
        saving = new FileSaving(this, workspace, input);
        setPartName(input.getName());
        leave.add(editing.onChange(this::changed));
        leave.add(input.project().onChange(this::projectChanged));
    }

    @Override
    protected final Composite createPageContainer(Composite parent) {
        bar = new OutsideBar(parent);
        return super.createPageContainer(bar.below());
    }

    @Override
    protected final void addPages() {
        try {
            addFormPages();
            for (EditorPages pages : EditorPages.of(input.path())) {
                pages.addTo(this);
            }
        } catch (PartInitException e) {
            ILog.of(getClass()).error(getPartName(), e);
        }
        source = new SourcePage(getContainer(), true, editing::replaceText);
        setPageText(addPage(source.control()), TEXTS.of("source"));
        source.show(editing.text());
        source.mark(problems());
        Undo.handle(getEditorSite(), ActionFactory.UNDO, editing::undo);
        Undo.handle(getEditorSite(), ActionFactory.REDO, editing::redo);
        source.handleClipboard(getEditorSite());
        if (!editing.isEditable()) {
            setActivePage(getPageCount() - 1);
        }
    }

    public final YamlEditing editing() {
        return editing;
    }

    public final ProjectModel project() {
        return input.project();
    }

    public final Workspace workspace() {
        return workspace;
    }

    /** As problems name the file. */
    public final String file() {
        return input.file().name();
    }

    /** Those of this file: of the whole project where it was read since, of the syntax alone before. */
    public final List<Problem> problems() {
        return project()
                .project()
                .map(read -> read.problems().stream()
                        .filter(problem -> problem.file().equals(file()))
                        .toList())
                .orElseGet(() -> editing.document().problems());
    }

    /** Told when the problems of the file may have changed, for as long as the editor is open. */
    public final void onProblems(Runnable listener) {
        onProblems.add(listener);
    }

    /** Writes a value into the text, or takes the key away where there is none. */
    public final void set(YamlPath path, Optional<YamlValue> value) {
        try {
            if (value.isPresent()) {
                editing.set(path, value.get());
            } else {
                editing.remove(path);
            }
        } catch (FailureException e) {
            bar.tell(workspace.sentence(e.failure()));
        }
    }

    private void changed() {
        source.show(editing.text());
        try {
            project().unsaved(file(), editing.isDirty() ? editing.bytes() : null);
        } catch (CharacterCodingException e) {
            ILog.of(getClass()).warn(file(), e);
        }
        if (dirty != editing.isDirty()) {
            dirty = editing.isDirty();
            firePropertyChange(PROP_DIRTY);
        }
    }

    private void projectChanged() {
        if (source == null || source.control().isDisposed()) {
            return;
        }
        source.mark(problems());
        onProblems.forEach(Runnable::run);
        saving.look(theirs -> {
            if (!editing.isDirty()) {
                editing.outside(theirs);
            } else {
                bar.ask(TEXTS.of("outside", getPartName()), () -> editing.outside(theirs));
            }
        });
    }

    @Override
    public final void showProblem(Problem problem) {
        setActivePage(getPageCount() - 1);
        source.reveal(problem);
    }

    @Override
    public final void fix(Problem problem, String suggestion) {
        editing.apply(editing.document().fix(problem, suggestion));
    }

    @Override
    public final void doSave(IProgressMonitor monitor) {
        if (saving.save(editing.document().content())) {
            editing.saved(editing.document().content());
            bar.clear();
        } else {
            monitor.setCanceled(true);
        }
    }

    @Override
    public final boolean isDirty() {
        return editing != null && editing.isDirty();
    }

    @Override
    public final void doSaveAs() {
        // Not allowed: a file of a project is known by its name.
    }

    @Override
    public final boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void dispose() {
        leave.forEach(Runnable::run);
        if (editing != null && editing.isDirty()) {
            project().unsaved(file(), null);
        }
        super.dispose();
    }
}
