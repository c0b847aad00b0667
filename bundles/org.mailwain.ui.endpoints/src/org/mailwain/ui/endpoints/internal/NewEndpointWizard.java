package org.mailwain.ui.endpoints.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.swt.widgets.Shell;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.presenters.editing.YamlEditing;
import org.mailwain.presenters.endpoints.EndpointDraft;
import org.mailwain.presenters.endpoints.EndpointForm;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.project.ProjectFolder;
import org.mailwain.project.yaml.YamlDocument;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;
import org.mailwain.ui.wizards.FilePage;
import org.mailwain.ui.wizards.NewFileWizard;

/** Makes an endpoint: name and kind, or found from an address; where it is; whether it answers. */
public final class NewEndpointWizard extends NewFileWizard implements EndpointContext {
    private final List<Runnable> onProblems = new ArrayList<>();
    private EndpointDraft draft;
    private EndpointForm form;
    private KindPage kind;
    private List<Problem> problems = List.of();

    public NewEndpointWizard() {
        setWindowTitle(EndpointPage.TEXTS.of("new.title"));
    }

    @Override
    public void addPages() {
        draft = new EndpointDraft(workspace().services().catalog());
        form = new EndpointForm(draft.editing(), draft.catalog());
        kind = new KindPage(this, projects(), usual());
        addPage(kind);
        addPage(new SettingsStep(this));
        addPage(new TestStep(this));
        draft.editing().onChange(this::look);
        look();
    }

    /** Reads the draft anew in the background. */
    private void look() {
        YamlDocument document = draft.editing().document();
        Optional<ProjectModel> project = kind.project();
        if (project.isEmpty()) {
            return;
        }
        ProjectFolder folder = project.get().contents();
        new Background(
                        getShell() == null
                                ? org.eclipse.swt.widgets.Display.getCurrent()
                                : getShell().getDisplay())
                .<List<Problem>>quietly(
                        EndpointPage.TEXTS.of("new.looking"),
                        context -> EndpointDraft.problems(draft.catalog(), document, folder),
                        result -> {
                            if (result instanceof Result.Done<List<Problem>>(List<Problem> found)
                                    && document == draft.editing().document()) {
                                problems = found;
                                onProblems.forEach(Runnable::run);
                            }
                        });
    }

    /** Told when it is known anew what is wrong. */
    void onProblems(Runnable listener) {
        onProblems.add(listener);
    }

    EndpointForm form() {
        return form;
    }

    @Override
    protected FilePage file() {
        return kind;
    }

    @Override
    protected byte[] contents() {
        return draft.bytes();
    }

    @Override
    public String name() {
        draft.name(kind.name());
        return draft.name();
    }

    @Override
    public YamlEditing editing() {
        return draft.editing();
    }

    @Override
    public Workspace space() {
        return workspace();
    }

    @Override
    public ProjectFolder files() {
        name();
        return draft.contents(kind.project().orElseThrow().contents());
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public void set(YamlPath path, Optional<YamlValue> value) {
        try {
            if (value.isPresent()) {
                draft.editing().set(path, value.get());
            } else {
                draft.editing().remove(path);
            }
        } catch (FailureException e) {
            throw new IllegalStateException("a text of our own can be edited", e);
        }
    }

    @Override
    public Shell shell() {
        return getShell();
    }
}
