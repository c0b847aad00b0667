package org.mailwain.ui.internal.project;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.mailwain.api.failure.FailureException;
import org.mailwain.presenters.explorer.OpenProject;
import org.mailwain.ui.internal.Messages;

/** Asks for a folder and opens it as a project. UI thread. */
public final class ProjectDialogs {
    private final Shell shell;
    private final OpenProject project;

    public ProjectDialogs(Shell shell, OpenProject project) {
        this.shell = shell;
        this.project = project;
    }

    public void open() {
        String chosen = ask("project.open.title", "project.open.message");
        if (chosen != null) {
            open(Path.of(chosen));
        }
    }

    /** Opens a folder that was known before, if it is still there. */
    public void open(Path folder) {
        if (Files.isDirectory(folder)) {
            project.open(folder);
        } else {
            MessageDialog.openInformation(
                    shell, Messages.of("project.open.title"), Messages.of("project.missing", folder));
        }
    }

    public void create() {
        String chosen = ask("project.create.title", "project.create.message");
        if (chosen == null) {
            return;
        }
        try {
            project.create(Path.of(chosen));
        } catch (FailureException e) {
            MessageDialog.openError(
                    shell,
                    Messages.of("project.create.title"),
                    Messages.of("project.create.failed") + "\n\n" + project.sentence(e.failure()));
        }
    }

    private String ask(String title, String message) {
        DirectoryDialog dialog = new DirectoryDialog(shell);
        dialog.setText(Messages.of(title));
        dialog.setMessage(Messages.of(message));
        project.folder()
                .or(() -> project.recent().stream().findFirst())
                .map(Path::getParent)
                .ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        return dialog.open();
    }
}
