package org.mailwain.ui.internal.start;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IEditorSite;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.TableWrapLayout;
import org.eclipse.ui.part.EditorPart;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.ui.Commands;
import org.mailwain.ui.Icons;
import org.mailwain.ui.internal.Messages;
import org.mailwain.ui.internal.project.ProjectDialogs;

/** Says what to do next, with links that do it. */
public final class StartPage extends EditorPart {
    /** As in plugin.xml. */
    public static final String ID = "org.mailwain.ui.start";

    private static final int MARGIN = 12;
    private static final String GUIDE = "org.mailwain.ui.help.guide";
    private static final String HELP = "org.mailwain.ui.help.show";

    private Workspace workspace;
    private FormToolkit toolkit;
    private Icons icons;
    private ScrolledForm form;
    private Hyperlink firstLink;
    private Runnable leave;

    @Override
    public void init(IEditorSite site, IEditorInput input) {
        setSite(site);
        setInput(input);
        setPartName(input.getName());
        workspace = site.getService(Workspace.class);
    }

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        icons = new Icons(JFaceResources.getResources());
        form = toolkit.createScrolledForm(parent);
        form.setText(Messages.of("start.heading"));
        toolkit.decorateFormHeading(form.getForm());
        TableWrapLayout layout = new TableWrapLayout();
        layout.numColumns = 2;
        layout.makeColumnsEqualWidth = true;
        layout.leftMargin = MARGIN;
        layout.rightMargin = MARGIN;
        layout.horizontalSpacing = 2 * MARGIN;
        layout.verticalSpacing = MARGIN;
        form.getBody().setLayout(layout);
        fill();
        leave = workspace.onChange(this::fill);
    }

    private void fill() {
        for (var old : form.getBody().getChildren()) {
            old.dispose();
        }
        StartSection intro = new StartSection(toolkit, icons, form.getBody(), null);
        intro.across();
        workspace.projects().stream()
                .findFirst()
                .ifPresentOrElse(
                        project -> intro.paragraph(Messages.of("start.project", escaped(project.name()))),
                        () -> intro.paragraph(Messages.of("start.intro")));
        projects(new StartSection(toolkit, icons, form.getBody(), Messages.of("start.projects")));
        course(new StartSection(toolkit, icons, form.getBody(), Messages.of("start.course")));
        form.reflow(true);
    }

    private void projects(StartSection section) {
        ProjectDialogs dialogs = new ProjectDialogs(getSite().getShell(), workspace);
        firstLink = section.link("project", "start.create", Messages.of("start.create"), dialogs::create);
        section.paragraph(Messages.of("start.create.text"));
        section.link("folder", "start.open", Messages.of("start.open"), dialogs::open);
        section.paragraph(Messages.of("start.open.text"));
        List<Path> recent = workspace.recent();
        if (!recent.isEmpty()) {
            section.heading(Messages.of("start.recent"));
        }
        for (Path folder : recent) {
            section.link("project", "start.recent", folder.toString(), () -> dialogs.open(folder));
        }
    }

    /** Links to what other bundles bring, where it is there. */
    private void course(StartSection section) {
        command(section, "page", "start.guide", GUIDE);
        command(section, "text", "start.help", HELP);
        section.heading(Messages.of("start.demo"));
        section.paragraph(Messages.of("start.demo.text"));
    }

    private void command(StartSection section, String icon, String key, String command) {
        if (getSite().getService(ICommandService.class).getCommand(command).isDefined()) {
            section.link(icon, key, Messages.of(key), () -> Commands.run(getSite(), command, Map.of()));
            section.paragraph(Messages.of(key + ".text"));
        }
    }

    private static String escaped(Object text) {
        return text.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public void setFocus() {
        firstLink.setFocus();
    }

    @Override
    public void dispose() {
        if (leave != null) {
            leave.run();
        }
        if (toolkit != null) {
            toolkit.dispose();
            icons.dispose();
        }
        super.dispose();
    }

    @Override
    public void doSave(IProgressMonitor monitor) {
        // Nothing here is ever dirty.
    }

    @Override
    public void doSaveAs() {
        // Not allowed.
    }

    @Override
    public boolean isDirty() {
        return false;
    }

    @Override
    public boolean isSaveAsAllowed() {
        return false;
    }
}
