package org.mailwain.ui;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.mailwain.presenters.explorer.OpenProject;
import org.mailwain.ui.internal.start.StartInput;
import org.mailwain.ui.internal.start.StartPage;

/** What a new window shows. */
public final class Starts {
    /** A folder to open as a project. */
    private static final String PROJECT = "mailwain.project";

    private Starts() {}

    /** Opens the project that the start names, else the last one; and the start page. */
    public static void in(IWorkbenchWindow window) {
        OpenProject project = window.getService(OpenProject.class);
        String named = System.getProperty(PROJECT);
        if (named != null && Files.isDirectory(Path.of(named))) {
            project.open(Path.of(named));
        } else {
            project.recent().stream().findFirst().ifPresent(project::open);
        }
        try {
            window.getActivePage().openEditor(new StartInput(), StartPage.ID);
        } catch (PartInitException e) {
            ILog.of(Starts.class).error(StartPage.ID, e);
        }
    }
}
