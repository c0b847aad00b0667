package org.mailwain.ui.internal.explorer;

import java.nio.file.Path;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mailwain.operations.FilesOperation;
import org.mailwain.presenters.explorer.ExplorerItem.FileItem;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.project.ProjectNames;
import org.mailwain.ui.Editors;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Asks for a new name of the selected file; whoever names it follows. */
public final class RenameHandler extends AbstractHandler {
    private static final Texts TEXTS = Texts.beside(RenameHandler.class);

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        if (HandlerUtil.getCurrentStructuredSelection(event).getFirstElement() instanceof FileItem file
                && closes(window, file.file().path())) {
            ask(window, file);
        }
        return null;
    }

    /** What is being edited is saved or dropped before its file moves away under it. */
    private static boolean closes(IWorkbenchWindow window, Path path) {
        IEditorPart editor = new Editors(window.getActivePage()).find(path);
        return editor == null || window.getActivePage().closeEditor(editor, true);
    }

    private static void ask(IWorkbenchWindow window, FileItem file) {
        String old = file.file().name();
        String ending = file.file().kind().ending();
        String shown = old.substring(0, old.length() - ending.length());
        InputDialog dialog = new InputDialog(
                window.getShell(),
                TEXTS.of("rename.title"),
                TEXTS.of("rename.message", shown),
                shown,
                typed -> ProjectNames.isName(typed) || ending.isEmpty() ? null : TEXTS.of("rename.bad"));
        if (dialog.open() == Window.OK && !dialog.getValue().equals(shown)) {
            String name = dialog.getValue() + ending;
            new Background(window.getShell().getDisplay())
                    .start(
                            TEXTS.of("rename.title"),
                            context -> new FilesOperation(file.project().folder())
                                    .rename(file.file().path(), name),
                            result -> tell(window.getShell(), result));
        }
    }

    private static void tell(Shell shell, Result<Path> result) {
        if (result instanceof Result.Failed<Path>(var failure)) {
            Workspace workspace = org.eclipse.ui.PlatformUI.getWorkbench().getService(Workspace.class);
            MessageDialog.openError(
                    shell, TEXTS.of("rename.title"), TEXTS.of("rename.failed") + "\n\n" + workspace.sentence(failure));
        }
    }

    @Override
    public boolean isEnabled() {
        return true;
    }
}
