package org.mailwain.ui.internal.explorer;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mailwain.operations.FilesOperation;
import org.mailwain.presenters.explorer.ExplorerItem.FileItem;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Editors;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Deletes the selected files and reports, after asking. */
public final class DeleteHandler extends AbstractHandler {
    private static final Texts TEXTS = Texts.beside(DeleteHandler.class);

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        List<FileItem> files = HandlerUtil.getCurrentStructuredSelection(event).stream()
                .filter(FileItem.class::isInstance)
                .map(FileItem.class::cast)
                .toList();
        if (!files.isEmpty()
                && MessageDialog.openQuestion(window.getShell(), TEXTS.of("delete.title"), question(files))) {
            files.forEach(file -> delete(window, file));
        }
        return null;
    }

    private static String question(List<FileItem> files) {
        return files.size() == 1
                ? TEXTS.of("delete.one", files.getFirst().file().label())
                : TEXTS.of("delete.many", files.size());
    }

    private static void delete(IWorkbenchWindow window, FileItem file) {
        Path path = file.file().path();
        IEditorPart editor = new Editors(window.getActivePage()).find(path);
        if (editor != null) {
            window.getActivePage().closeEditor(editor, false);
        }
        Path gone = file.file().kind() == FileKind.REPORT ? path.getParent() : path;
        Workspace workspace = window.getService(Workspace.class);
        new Background(window.getShell().getDisplay())
                .start(
                        TEXTS.of("delete.title"),
                        context -> {
                            new FilesOperation(file.project().folder()).delete(gone);
                            return gone;
                        },
                        result -> {
                            if (result instanceof Result.Failed<Path>(var failure)) {
                                MessageDialog.openError(
                                        window.getShell(),
                                        TEXTS.of("delete.title"),
                                        TEXTS.of("delete.failed") + "\n\n" + workspace.sentence(failure));
                            }
                        });
    }
}
