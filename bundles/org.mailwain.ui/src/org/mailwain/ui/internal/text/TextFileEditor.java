package org.mailwain.ui.internal.text;

import java.io.IOException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.EditorPart;
import org.mailwain.presenters.explorer.TextFile;
import org.mailwain.presenters.explorer.TextFile.NotTextException;
import org.mailwain.ui.FileInput;
import org.mailwain.ui.internal.Messages;

/** A text file as it is. What other programs write shows at once, unless something here is not saved. */
public final class TextFileEditor extends EditorPart {
    /** As in plugin.xml. */
    public static final String ID = "org.mailwain.ui.text";

    private final UndoLog log = new UndoLog();
    private final IPartListener2 onReturn = new ReturnListener();
    private TextFile file;
    private String loaded;
    private StyledText text;
    private boolean dirty;
    private boolean replaying;

    @Override
    public void init(IEditorSite site, IEditorInput input) throws PartInitException {
        file = new TextFile(((FileInput) input).path());
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        try {
            loaded = file.load();
        } catch (NotTextException e) {
            throw new PartInitException(
                    switch (e.reason()) {
                        case TOO_LARGE -> Messages.of("text.too_large", input.getName());
                        case NO_UTF_8 -> Messages.of("text.no_utf_8", input.getName());
                    });
        } catch (IOException e) {
            throw new PartInitException(Messages.of("text.unreadable", input.getName(), e.getMessage()), e);
        }
    }

    @Override
    public void createPartControl(Composite parent) {
        text = new StyledText(parent, SWT.MULTI | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setData("id", "text");
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(6, 4, 6, 4);
        text.setText(loaded);
        loaded = null;
        text.addExtendedModifyListener(event -> changed(new UndoLog.Change(
                event.start,
                event.replacedText,
                event.length == 0 ? "" : text.getTextRange(event.start, event.length))));
        handle(ActionFactory.UNDO, () -> replay(log.undo()));
        handle(ActionFactory.REDO, () -> replay(log.redo()));
        handle(ActionFactory.CUT, text::cut);
        handle(ActionFactory.COPY, text::copy);
        handle(ActionFactory.PASTE, text::paste);
        handle(ActionFactory.SELECT_ALL, text::selectAll);
        getSite().getPage().addPartListener(onReturn);
    }

    private void handle(ActionFactory command, Runnable work) {
        IAction action = new Action() {
            @Override
            public void run() {
                work.run();
            }
        };
        action.setActionDefinitionId(command.getCommandId());
        getEditorSite().getActionBars().setGlobalActionHandler(command.getId(), action);
    }

    private void changed(UndoLog.Change change) {
        if (!replaying) {
            log.add(change);
        }
        setDirty(true);
    }

    private void replay(UndoLog.Change change) {
        if (change == null) {
            return;
        }
        replaying = true;
        try {
            text.replaceTextRange(change.start(), change.removed().length(), change.inserted());
            text.setSelection(change.start() + change.inserted().length());
            text.showSelection();
        } finally {
            replaying = false;
        }
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        if (file.changedOutside() && !overwrites()) {
            monitor.setCanceled(true);
            return;
        }
        try {
            file.save(text.getText());
            log.pause();
            setDirty(false);
        } catch (IOException e) {
            monitor.setCanceled(true);
            MessageDialog.openError(
                    getSite().getShell(),
                    getPartName(),
                    Messages.of("text.save.failed", getPartName(), e.getMessage()));
        }
    }

    private boolean overwrites() {
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        getSite().getShell(),
                        Messages.of("text.changed.title"),
                        Messages.of("text.changed", getPartName()),
                        SWT.NONE,
                        Messages.of("text.overwrite"),
                        Messages.of("text.cancel"))
                == 0;
    }

    /** What another program wrote, where nothing of ours would be lost. */
    private void reload() {
        if (dirty || !file.changedOutside()) {
            return;
        }
        try {
            String fresh = file.load();
            int top = text.getTopIndex();
            replaying = true;
            text.setText(fresh);
            text.setTopIndex(top);
            log.clear();
            setDirty(false);
        } catch (IOException | NotTextException e) {
            // What was read before stays on the screen; saving it asks first.
            setDirty(true);
        } finally {
            replaying = false;
        }
    }

    private void setDirty(boolean now) {
        if (dirty != now) {
            dirty = now;
            firePropertyChange(PROP_DIRTY);
        }
    }

    @Override
    public boolean isDirty() {
        return dirty;
    }

    @Override
    public void doSaveAs() {
        // Not allowed.
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }

    @Override
    public void setFocus() {
        text.setFocus();
    }

    @Override
    public void dispose() {
        getSite().getPage().removePartListener(onReturn);
        super.dispose();
    }

    private final class ReturnListener implements IPartListener2 {
        @Override
        public void partActivated(IWorkbenchPartReference reference) {
            if (reference.getPart(false) == TextFileEditor.this) {
                reload();
            }
        }
    }
}
