package org.mailwain.ui.internal.explorer;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;

/** Reads all open projects again, for disks that do not tell of changes. */
public final class RefreshHandler extends AbstractHandler {
    @Override
    public Object execute(ExecutionEvent event) {
        PlatformUI.getWorkbench().getService(Workspace.class).projects().forEach(ProjectModel::refresh);
        return null;
    }
}
