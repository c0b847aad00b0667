package org.mailwain.ui.wizards;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.mailwain.api.failure.Failure;
import org.mailwain.operations.FilesOperation;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Editors;
import org.mailwain.ui.Selected;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** Makes one file in an open project and opens it. UI thread; the disk is reached in the background. */
public abstract class NewFileWizard extends Wizard implements INewWizard {
    private IWorkbenchWindow window;
    private ProjectModel usual;

    @Override
    public final void init(IWorkbench workbench, IStructuredSelection selection) {
        window = workbench.getActiveWorkbenchWindow();
        usual = Selected.project(window)
                .or(() -> workspace().projects().stream().findFirst())
                .orElse(null);
    }

    protected final Workspace workspace() {
        return window.getService(Workspace.class);
    }

    protected final List<ProjectModel> projects() {
        return workspace().projects();
    }

    /** The project that is offered first; null where none is open. */
    protected final ProjectModel usual() {
        return usual;
    }

    /** The page that says where and under which name. */
    protected abstract FilePage file();

    /** What the file is to hold. */
    protected abstract byte[] contents();

    @Override
    public final boolean performFinish() {
        Optional<ProjectModel> project = file().project();
        if (project.isEmpty()) {
            return false;
        }
        String name = file().fileName();
        byte[] contents = contents();
        Result<Path> result = new Background(getShell().getDisplay())
                .await(context -> new FilesOperation(project.get().folder()).create(name, contents));
        if (result instanceof Result.Failed<Path>(Failure failure)) {
            tell(workspace().sentence(failure));
            return false;
        }
        if (result instanceof Result.Done<Path>(Path made)) {
            project.get().refresh();
            new Editors(window.getActivePage()).open(made);
        }
        return true;
    }

    private void tell(String sentence) {
        ((org.eclipse.jface.wizard.WizardPage) getContainer().getCurrentPage()).setErrorMessage(sentence);
    }
}
