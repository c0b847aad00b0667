package org.mailwain.ui.internal.project;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;
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
        String chosen = ask();
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
        new WizardDialog(shell, new NewProjectWizard().init(workspace)).open();
    }

    private Background background() {
        return new Background(shell.getDisplay());
    }

    private String ask() {
        DirectoryDialog dialog = new DirectoryDialog(shell);
        dialog.setText(Messages.of("project.open.title"));
        dialog.setMessage(Messages.of("project.open.message"));
        workspace.recent().stream()
                .findFirst()
                .map(Path::getParent)
                .ifPresent(folder -> dialog.setFilterPath(folder.toString()));
        return dialog.open();
    }
}
