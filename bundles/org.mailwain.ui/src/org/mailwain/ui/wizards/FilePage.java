package org.mailwain.ui.wizards;

import java.util.List;
import java.util.Optional;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.mailwain.presenters.explorer.FileKind;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.project.ProjectNames;
import org.mailwain.ui.Texts;
import org.mailwain.ui.editors.Names;

/**
 * The project and the name of a new file, which must be free. What is lacking is told once the person has typed. Widgets
 * have the ids {@code new.project} and {@code new.name}.
 */
public class FilePage extends WizardPage {
    private static final Texts TEXTS = Texts.beside(FilePage.class);

    private final FileKind kind;
    private final String description;
    private final List<ProjectModel> projects;
    private final ProjectModel usual;
    private Combo project;
    private Text name;
    private boolean typed;

    /**
     * @param projects those that are open
     * @param usual the one that is offered first; null where none is open
     */
    public FilePage(FileKind kind, String title, String description, List<ProjectModel> projects, ProjectModel usual) {
        super("file", title, null);
        this.kind = kind;
        this.projects = List.copyOf(projects);
        this.usual = usual;
        this.description = description;
    }

    @Override
    public final void createControl(Composite parent) {
        Composite body = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults()
                .numColumns(2)
                .margins(10, 10)
                .spacing(10, 8)
                .applyTo(body);
        label(body, TEXTS.of("project"));
        project = new Combo(body, SWT.READ_ONLY);
        project.setData("id", "new.project");
        Names.give(project, TEXTS.of("project.name"));
        project.setItems(projects.stream().map(ProjectModel::name).toArray(String[]::new));
        project.select(projects.indexOf(usual));
        project.addSelectionListener(SelectionListener.widgetSelectedAdapter(event -> look()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(project);
        label(body, TEXTS.of("name"));
        name = new Text(body, SWT.BORDER);
        name.setData("id", "new.name");
        Names.give(name, TEXTS.of("name.name"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(name);
        name.addModifyListener(event -> {
            typed = true;
            look();
        });
        fill(body);
        setDescription(description);
        help().ifPresent(context -> PlatformUI.getWorkbench().getHelpSystem().setHelp(body, context));
        setControl(body);
        look();
    }

    /** The help on what is made. */
    private Optional<String> help() {
        return switch (kind) {
            case ENDPOINT -> Optional.of("org.mailwain.ui.help.endpoint");
            case MAILBOX_LIST -> Optional.of("org.mailwain.ui.help.list");
            case FOLDER_MAP -> Optional.of("org.mailwain.ui.help.foldermap");
            default -> Optional.empty();
        };
    }

    /** More fields below the name, in a grid of two columns. */
    protected void fill(Composite body) {}

    /** What else keeps the person from going on, as a sentence; empty for nothing. */
    protected Optional<String> lack() {
        return Optional.empty();
    }

    /** The person did something. */
    protected final void look() {
        Optional<String> lack = lackOfFile().or(this::lack);
        setPageComplete(lack.isEmpty());
        setErrorMessage(typed || projects.isEmpty() ? lack.orElse(null) : null);
    }

    private Optional<String> lackOfFile() {
        if (project().isEmpty()) {
            return Optional.of(TEXTS.of("lack.project"));
        } else if (name().isEmpty()) {
            return Optional.of(TEXTS.of("lack.name"));
        } else if (!ProjectNames.isName(name())) {
            return Optional.of(TEXTS.of("lack.characters"));
        }
        return isTaken() ? Optional.of(TEXTS.of("lack.taken", name())) : Optional.empty();
    }

    private boolean isTaken() {
        return project().orElseThrow().files().files().stream()
                .anyMatch(file -> file.name().equalsIgnoreCase(fileName()));
    }

    /** Puts a name there as if it had been typed. */
    protected final void suggest(String suggestion) {
        if (name().isEmpty()) {
            name.setText(suggestion);
        }
    }

    public final Optional<ProjectModel> project() {
        int index = project == null ? projects.indexOf(usual) : project.getSelectionIndex();
        return index < 0 ? Optional.empty() : Optional.of(projects.get(index));
    }

    /** Without the ending. */
    public final String name() {
        return name == null ? "" : name.getText().strip();
    }

    public final String fileName() {
        return name() + kind.ending();
    }

    protected static Label label(Composite parent, String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        return label;
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            name.setFocus();
        }
    }
}
