package org.mailwain.ui.internal.project;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
import org.mailwain.operations.InitOperation;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.internal.Messages;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Asks for a folder and opens it as a project. UI thread. */
public final class ProjectDialogs {
    private final Shell shell;
    private final Workspace workspace;

    public ProjectDialogs(Shell shell, Workspace workspace) {
        this.shell = shell;
        this.workspace = workspace;
    }

    public void open() {
        String chosen = ask("project.open.title", "project.open.message");
        if (chosen != null) {
            workspace.open(Path.of(chosen));
        }
    }

    /** Opens a folder that was known before, if it is still there. */
    public void open(Path folder) {
        background().quietly(Messages.of("project.looking"), context -> Files.isDirectory(folder), result -> {
            if (result.equals(new Result.Done<>(true))) {
                workspace.open(folder);
            } else if (MessageDialog.openQuestion(
                    shell, Messages.of("project.open.title"), Messages.of("project.missing", folder))) {
                workspace.forget(folder);
            }
        });
    }

    public void create() {
        String chosen = ask("project.create.title", "project.create.message");
        if (chosen == null) {
            return;
        }
        Path folder = Path.of(chosen);
        background().start(Messages.of("project.create.title"), context -> InitOperation.init(folder), result -> {
            if (result instanceof Result.Failed<?>(var failure)) {
                MessageDialog.openError(
                        shell,
                        Messages.of("project.create.title"),
                        Messages.of("project.create.failed") + "\n\n" + workspace.sentence(failure));
            } else {
                workspace.open(folder);
            }
        });
    }

    private Background background() {
        return new Background(shell.getDisplay());
    }

    private String ask(String title, String message) {
        DirectoryDialog dialog = new DirectoryDialog(shell);
        dialog.setText(Messages.of(title));
        dialog.setMessage(Messages.of(message));
        workspace.recent().stream()
                .findFirst()
                .map(Path::getParent)
                .ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        return dialog.open();
    }
}
