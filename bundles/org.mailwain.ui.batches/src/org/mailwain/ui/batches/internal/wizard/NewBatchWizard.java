package org.mailwain.ui.batches.internal.wizard;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.mailwain.api.failure.Failure;
import org.mailwain.operations.NewBatchOperation;
import org.mailwain.operations.PasswordsOperation;
import org.mailwain.presenters.batches.BatchDraft;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Editors;
import org.mailwain.ui.Selected;
import org.mailwain.ui.Texts;
import org.mailwain.ui.WindowAsks;
import org.mailwain.ui.contrib.WizardPages;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/**
 * Makes a batch in the order of Exchange Online: name and direction, type, prerequisites, endpoints, mailboxes,
 * configuration.
 */
public final class NewBatchWizard extends Wizard implements INewWizard {
    /** As in plugin.xml. */
    public static final String ID = "org.mailwain.ui.batches.newBatch";

    static final Texts TEXTS = Texts.beside(NewBatchWizard.class);

    private IWorkbenchWindow window;
    private ProjectModel project;
    private BatchDraft draft;
    private MailboxesStep mailboxes;

    public NewBatchWizard() {
        setWindowTitle(TEXTS.of("title"));
    }

    @Override
    public void init(IWorkbench workbench, IStructuredSelection selection) {
        window = workbench.getActiveWorkbenchWindow();
        Optional<ProjectModel> chosen = Selected.project(window);
        project = chosen.or(() -> workspace().projects().stream().findFirst()).orElse(null);
        if (project != null) {
            project.project().ifPresent(read -> draft = new BatchDraft(read));
        }
    }

    private Workspace workspace() {
        return window.getService(Workspace.class);
    }

    Workspace services() {
        return workspace();
    }

    ProjectModel project() {
        return project;
    }

    BatchDraft draft() {
        return draft;
    }

    @Override
    public void addPages() {
        if (draft == null) {
            addPage(new NoProjectStep());
            return;
        }
        mailboxes = new MailboxesStep(this);
        addPage(new NameStep(this));
        addPage(new TypeStep(this));
        addPage(new PrerequisitesStep(this));
        addPage(new EndpointStep(this));
        addPage(mailboxes);
        addPage(new FilterStep(this));
        WizardPages.of(ID).forEach(pages -> pages.addTo(this));
    }

    /** Nothing is made before every page has been seen to: what a page lacks is told on it. */
    @Override
    public boolean canFinish() {
        if (draft == null) {
            return false;
        }
        for (IWizardPage page : getPages()) {
            if (!page.isPageComplete()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean performFinish() {
        Background background = new Background(getShell().getDisplay());
        NewBatchOperation.Draft done = draft.done();
        Result<Path> made = background.await(context -> new NewBatchOperation(project.folder()).write(done));
        if (made instanceof Result.Failed<Path>(Failure failure)) {
            ((Step) getContainer().getCurrentPage()).setErrorMessage(workspace().sentence(failure));
            return false;
        }
        if (made instanceof Result.Done<Path>(Path file)) {
            project.refresh();
            if (mailboxes.movesPasswords() && draft.hasPasswords()) {
                movePasswords(background, done.name() + ".csv");
            }
            new Editors(window.getActivePage()).open(file);
        }
        return true;
    }

    private void movePasswords(Background background, String list) {
        PasswordsOperation passwords =
                new PasswordsOperation(workspace().services(), project.folder(), new WindowAsks(window.getShell()));
        background.<Integer>start(
                TEXTS.of("work.passwords", list),
                context -> passwords.importList(project.folder().resolve(list)),
                result -> {
                    if (result instanceof Result.Failed<Integer>(Failure failure)) {
                        MessageDialog.openError(
                                window.getShell(),
                                TEXTS.of("title"),
                                workspace().sentence(failure));
                    }
                });
    }
}
