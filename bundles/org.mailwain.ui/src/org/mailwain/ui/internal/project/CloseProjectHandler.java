package org.mailwain.ui.internal.project;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mailwain.presenters.explorer.OpenProject;

/** Closes the project and its editors, after asking where something is not saved. */
public final class CloseProjectHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        if (window.getActivePage().closeAllEditors(true)) {
            window.getService(OpenProject.class).close();
        }
        return null;
    }

    @Override
    public boolean isEnabled() {
        return PlatformUI.getWorkbench().getService(OpenProject.class).folder().isPresent();
    }
}
