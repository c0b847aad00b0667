package org.mailwain.ui.internal.project;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.mailwain.api.failure.Failure;
import org.mailwain.operations.InitOperation;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.internal.Messages;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Makes a project: where it lies and what it is called. */
public final class NewProjectWizard extends Wizard implements INewWizard {
    private Workspace workspace;
    private NewProjectPage page;

    public NewProjectWizard() {
        setWindowTitle(Messages.of("project.create.title"));
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        init(workbench.getService(Workspace.class));
    }

    NewProjectWizard init(Workspace given) {
        workspace = given;
        return this;
    }

    @Override
    public void addPages() {
        page = new NewProjectPage(workspace.recent().stream()
                .map(Path::getParent)
                .filter(parent -> parent != null)
                .findFirst()
                .orElseGet(() -> Path.of(System.getProperty("user.home"))));
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        Path folder = page.folder().orElseThrow();
        Result<List<String>> result =
                new Background(getShell().getDisplay()).await(context -> InitOperation.init(folder));
        if (result instanceof Result.Failed<List<String>>(Failure failure)) {
            page.setErrorMessage(workspace.sentence(failure));
            return false;
        }
        workspace.open(folder);
        return true;
    }
}
