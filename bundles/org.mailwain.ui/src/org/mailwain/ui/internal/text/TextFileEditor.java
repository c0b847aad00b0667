package org.mailwain.ui.internal.text;

import java.nio.charset.CharacterCodingException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorPart;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.editing.TextEditing;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.FileInput;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.FileSaving;
import org.mailwain.ui.editors.OutsideBar;
import org.mailwain.ui.editors.ProblemTarget;
import org.mailwain.ui.editors.SourcePage;
import org.mailwain.ui.editors.Undo;

/** A text file as it is. What other programs write shows at once; where something here is not saved, a bar asks. */
public final class TextFileEditor extends EditorPart implements ProblemTarget {
    /** As in plugin.xml. */
    public static final String ID = "org.mailwain.ui.text";

    private static final Texts TEXTS = Texts.beside(TextFileEditor.class);

    private FileInput input;
    private TextEditing editing;
    private FileSaving saving;
    private OutsideBar bar;
    private SourcePage source;
    private boolean dirty;
    private Runnable leave;

    @Override
    public void init(IEditorSite site, IEditorInput given) {
        setSite(site);
        setInput(given);
        setPartName(given.getName());
        input = (FileInput) given;
        editing = new TextEditing(input.bytes());
        saving = new FileSaving(this, site.getService(Workspace.class), input);
        editing.onChange(this::changed);
        leave = input.project().onChange(this::projectChanged);
    }

    @Override
    public void createPartControl(Composite parent) {
        bar = new OutsideBar(parent);
        boolean yaml = getPartName().endsWith(".yaml") || getPartName().endsWith(".yml");
        source = new SourcePage(bar.below(), yaml, editing::replace);
        source.show(editing.text());
        Undo.handle(getEditorSite(), ActionFactory.UNDO, editing::undo);
        Undo.handle(getEditorSite(), ActionFactory.REDO, editing::redo);
        source.handleClipboard(getEditorSite());
        mark();
    }

    private void changed() {
        source.show(editing.text());
        try {
            input.project().unsaved(input.file().name(), editing.isDirty() ? editing.bytes() : null);
        } catch (CharacterCodingException e) {
            ILog.of(TextFileEditor.class).warn(getPartName(), e);
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
        mark();
        saving.look(theirs -> {
            if (!editing.isDirty()) {
                editing.outside(theirs);
            } else {
                bar.ask(TEXTS.of("outside", getPartName()), () -> editing.outside(theirs));
            }
        });
    }

    private void mark() {
        source.mark(input.project().problems().stream()
                .filter(problem -> problem.file().equals(input.file().name()))
                .toList());
    }

    @Override
    public void showProblem(Problem problem) {
        source.reveal(problem);
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        if (saving.save(editing.content())) {
            editing.saved();
            bar.clear();
        } else {
            monitor.setCanceled(true);
        }
    }

    @Override
    public boolean isDirty() {
        return editing != null && editing.isDirty();
    }

    @Override
    public void doSaveAs() {
        // Not allowed: a file of a project is known by its name.
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void setFocus() {
        source.focus();
    }

    @Override
    public void dispose() {
        if (leave != null) {
            leave.run();
        }
        if (isDirty()) {
            input.project().unsaved(input.file().name(), null);
        }
        super.dispose();
    }
}
