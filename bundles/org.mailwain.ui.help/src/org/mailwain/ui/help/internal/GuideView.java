package org.mailwain.ui.help.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.forms.events.IHyperlinkListener;
import org.eclipse.ui.forms.widgets.ExpandableComposite;
import org.eclipse.ui.forms.widgets.FormToolkit;
import org.eclipse.ui.forms.widgets.Hyperlink;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.eclipse.ui.part.ViewPart;
import org.mailwain.presenters.guides.Course;
import org.mailwain.presenters.guides.Course.Step;
import org.mailwain.presenters.guides.Progress;
import org.mailwain.presenters.workspace.ProjectModel;
import org.mailwain.presenters.workspace.Workspace;
import org.mailwain.project.Project;
import org.mailwain.ui.Selected;
import org.mailwain.ui.Texts;
import org.mailwain.ui.jobs.Background;
import org.mailwain.ui.jobs.Result;

/** The cheat sheets: the course of a migration, whose steps tick themselves and open the part that they are about. */
public final class GuideView extends ViewPart {
    static final String ID = "org.mailwain.ui.help.guides";

    private static final Texts TEXTS = Texts.beside(GuideView.class);
    private static final int LOOK_MILLIS = 3000;

    private FormToolkit toolkit;
    private ScrolledForm form;
    private Set<Step> shown;
    private boolean looking;

    @Override
    public void createPartControl(Composite parent) {
        toolkit = new FormToolkit(parent.getDisplay());
        form = toolkit.createScrolledForm(parent);
        GridLayoutFactory.swtDefaults().margins(10, 8).applyTo(form.getBody());
        show(Set.of());
        look();
    }

    /** Again and again, since runs and reports come about outside of the window. */
    private void look() {
        if (form.isDisposed()) {
            return;
        }
        Display display = form.getDisplay();
        display.timerExec(LOOK_MILLIS, this::look);
        if (looking || !form.isVisible()) {
            return;
        }
        Optional<ProjectModel> model = project();
        Optional<Project> read = model.flatMap(ProjectModel::project);
        if (read.isEmpty()) {
            show(Set.of());
            return;
        }
        looking = true;
        Workspace workspace = getSite().getService(Workspace.class);
        new Background(display)
                .<Set<Step>>quietly(
                        TEXTS.of("work"), context -> new Progress(workspace.services(), read.get()).done(), result -> {
                            looking = false;
                            if (result instanceof Result.Done<Set<Step>>(Set<Step> done) && !form.isDisposed()) {
                                show(done);
                            }
                        });
    }

    private Optional<ProjectModel> project() {
        return Selected.project(getSite().getWorkbenchWindow())
                .or(() -> getSite().getService(Workspace.class).projects().stream()
                        .findFirst());
    }

    private void show(Set<Step> done) {
        if (done.equals(shown)) {
            return;
        }
        shown = done;
        for (var old : form.getBody().getChildren()) {
            old.dispose();
        }
        boolean open = true;
        for (Course course : Course.values()) {
            boolean all = done.containsAll(course.steps());
            section(course, done, open && !all);
            open &= all;
        }
        form.reflow(true);
    }

    /** The first course that is not done is unfolded. */
    private void section(Course course, Set<Step> done, boolean unfolded) {
        Section section = toolkit.createSection(
                form.getBody(),
                ExpandableComposite.TITLE_BAR
                        | ExpandableComposite.TWISTIE
                        | (unfolded ? ExpandableComposite.EXPANDED : SWT.NONE));
        long count = course.steps().stream().filter(done::contains).count();
        section.setText(
                TEXTS.of("course", text(course, ""), count, course.steps().size()));
        section.setData("id", "guide." + course.name().toLowerCase(Locale.ROOT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(section);
        Composite body = toolkit.createComposite(section);
        GridLayoutFactory.swtDefaults().numColumns(2).spacing(8, 6).applyTo(body);
        section.setClient(body);
        for (Step step : course.steps()) {
            step(body, step, done.contains(step));
        }
    }

    private void step(Composite body, Step step, boolean done) {
        Label sign = toolkit.createLabel(body, done ? "✓" : "○");
        sign.setToolTipText(TEXTS.of(done ? "done" : "open"));
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(sign);
        Hyperlink link = toolkit.createHyperlink(body, text(step, ""), SWT.WRAP);
        link.setToolTipText(TEXTS.of(done ? "done" : "open"));
        link.setData("id", "guide." + step.name().toLowerCase(Locale.ROOT));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(link);
        link.addHyperlinkListener(IHyperlinkListener.linkActivatedAdapter(
                event -> new GuideLinks(getSite().getPage(), project()).open(step)));
        toolkit.createLabel(body, "");
        Label why = toolkit.createLabel(body, text(step, ".text"), SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(220, SWT.DEFAULT).applyTo(why);
    }

    private static String text(Enum<?> what, String more) {
        return TEXTS.of(what.name().toLowerCase(Locale.ROOT) + more);
    }

    @Override
    public void setFocus() {
        form.setFocus();
    }

    @Override
    public void dispose() {
        if (toolkit != null) {
            toolkit.dispose();
        }
        super.dispose();
    }
}
