package org.mailwain.ui.internal.project;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IEditorReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.FileInput;
import org.mailwain.ui.Selected;

/** Closes the selected project and its editors, after asking where something is not saved. */
public final class CloseProjectHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        Selected.project(window).ifPresent(project -> {
            if (closeEditors(window.getActivePage(), project)) {
                window.getService(Workspace.class).close(project);
            }
        });
        return null;
    }

    private static boolean closeEditors(IWorkbenchPage page, ProjectModel project) {
        List<IEditorReference> its = new ArrayList<>();
        for (IEditorReference reference : page.getEditorReferences()) {
            try {
                if (reference.getEditorInput() instanceof FileInput input && input.project() == project) {
                    its.add(reference);
                }
            } catch (PartInitException e) {
                ILog.of(CloseProjectHandler.class).warn(reference.getTitle(), e);
            }
        }
        return page.closeEditors(its.toArray(IEditorReference[]::new), true);
    }

    @Override
    public boolean isEnabled() {
        return !PlatformUI.getWorkbench().getService(Workspace.class).projects().isEmpty();
    }
}
