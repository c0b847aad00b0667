package org.mailwain.ui.internal.explorer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IEditorDescriptor;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.mailwain.presenters.explorer.FileEntry;
import org.mailwain.ui.FileInput;
import org.mailwain.ui.internal.text.TextFileEditor;

/** Opens a file: in the editor registered for its name, else as text, else in the system's program for it. */
final class FileOpener {
    private final IWorkbenchPage page;

    FileOpener(IWorkbenchPage page) {
        this.page = page;
    }

    void open(FileEntry file) {
        IEditorDescriptor editor =
                page.getWorkbenchWindow().getWorkbench().getEditorRegistry().getDefaultEditor(file.name());
        try {
            if (editor != null) {
                page.openEditor(new FileInput(file.path()), editor.getId());
            } else if (file.kind().isText()) {
                page.openEditor(new FileInput(file.path()), TextFileEditor.ID);
            } else {
                Program.launch(file.path().toString());
            }
        } catch (PartInitException e) {
            ILog.of(FileOpener.class).error(file.name(), e);
        }
    }
}
