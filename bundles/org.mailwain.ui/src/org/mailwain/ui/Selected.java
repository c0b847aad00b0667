package org.mailwain.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchWindow;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;

/** What a command is about: what is selected, else what the open editor shows. UI thread. */
public final class Selected {
    private Selected() {}

    /** Files that are selected; each selected thing that adapts to a path. */
    public static List<Path> files(ISelection selection) {
        if (!(selection instanceof IStructuredSelection some)) {
            return List.of();
        }
        return some.stream()
                .map(each -> Adapters.adapt(each, Path.class))
                .filter(path -> path != null)
                .toList();
    }

    /** The project of the selection, else of the editor in front, else the only one that is open. */
    public static Optional<ProjectModel> project(IWorkbenchWindow window) {
        Workspace workspace = window.getService(Workspace.class);
        List<Path> files = files(window.getSelectionService().getSelection());
        if (!files.isEmpty()) {
            return workspace.owner(files.getFirst());
        }
        IEditorPart editor = window.getActivePage().getActiveEditor();
        if (editor != null && editor.getEditorInput() instanceof FileInput input) {
            return Optional.of(input.project());
        }
        List<ProjectModel> open = workspace.projects();
        return open.size() == 1 ? Optional.of(open.getFirst()) : Optional.empty();
    }
}
