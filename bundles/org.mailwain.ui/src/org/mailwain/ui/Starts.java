package org.mailwain.ui;

import java.nio.file.Path;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.internal.project.WorkspaceFactory;
import org.mailwain.ui.internal.start.StartInput;
import org.mailwain.ui.internal.start.StartPage;

/** What a new window shows. */
public final class Starts {
    /** A folder to open as a project. */
    private static final String PROJECT = "mailwain.project";

    private Starts() {}

    /** Opens the project that the start names, else those of last time; and the start page. */
    public static void in(IWorkbenchWindow window) {
        Workspace workspace = window.getService(Workspace.class);
        String named = System.getProperty(PROJECT);
        if (named != null) {
            workspace.open(Path.of(named));
        } else {
            WorkspaceFactory.lastOpen().forEach(workspace::open);
        }
        try {
            window.getActivePage().openEditor(new StartInput(), StartPage.ID);
        } catch (PartInitException e) {
            ILog.of(Starts.class).error(StartPage.ID, e);
        }
    }
}
