package org.mailwain.presenters.workspace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.operations.Sentences;
import org.mailwain.operations.Services;

/**
 * The projects that a window shows, and those that it showed before. To be used on the UI thread, where listeners are
 * told; no method waits for anything.
 */
public final class Workspace implements AutoCloseable {
    private static final int REMEMBERED = 10;

    /** How often the states of runs are looked at. */
    private static final long LOOK_MILLIS = 2000;

    private final Services services;
    private final Executor ui;
    private final Sentences sentences;
    private final Reading reading = new Reading();
    private final List<ProjectModel> open = new ArrayList<>();
    private final List<Path> recent = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * @param recent the newest first, as {@link #recent()} gave it
     * @param ui runs its argument on the UI thread, later
     */
    public Workspace(Services services, List<Path> recent, Executor ui) {
        this.services = services;
        this.ui = ui;
        this.sentences = new Sentences(services.texts(), Locale.getDefault());
        recent.stream().limit(REMEMBERED).forEach(this.recent::add);
        reading.every(LOOK_MILLIS, () -> ui.execute(() -> open.forEach(ProjectModel::lookAtRuns)));
    }

    /** What happened and what to do, as a person reads it. */
    public String sentence(Failure failure) {
        FailureTexts.Text text = sentences.of(failure);
        return text.advice().isEmpty() ? text.sentence() : text.sentence() + " " + text.advice();
    }

    public Sentences sentences() {
        return sentences;
    }

    public Services services() {
        return services;
    }

    /** In the order in which they were opened. */
    public List<ProjectModel> projects() {
        return List.copyOf(open);
    }

    public Optional<ProjectModel> project(Path folder) {
        Path wanted = folder.toAbsolutePath().normalize();
        return open.stream().filter(model -> model.folder().equals(wanted)).findFirst();
    }

    /** The open project that a file belongs to; the innermost where one lies in another. */
    public Optional<ProjectModel> owner(Path file) {
        Path wanted = file.toAbsolutePath().normalize();
        return open.stream()
                .filter(model -> wanted.startsWith(model.folder()))
                .max((a, b) ->
                        Integer.compare(a.folder().getNameCount(), b.folder().getNameCount()));
    }

    /** The newest first, whether open or not, whether still there or not. */
    public List<Path> recent() {
        return List.copyOf(recent);
    }

    /** Opens a project beside the others; one that is open already is given back. */
    public ProjectModel open(Path folder) {
        Path wanted = folder.toAbsolutePath().normalize();
        recent.remove(wanted);
        recent.addFirst(wanted);
        while (recent.size() > REMEMBERED) {
            recent.removeLast();
        }
        ProjectModel model = project(wanted).orElseGet(() -> {
            ProjectModel fresh = new ProjectModel(wanted, services, reading, ui);
            open.add(fresh);
            return fresh;
        });
        tell();
        return model;
    }

    /** Does nothing for a project that is not open. */
    public void close(ProjectModel project) {
        if (open.remove(project)) {
            project.close();
            tell();
        }
    }

    /** Takes a project off the list of recent ones. */
    public void forget(Path folder) {
        if (recent.remove(folder)) {
            tell();
        }
    }

    /** Told when projects are opened, closed or forgotten. @return takes the listener away again */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public void close() {
        open.forEach(ProjectModel::close);
        open.clear();
        reading.close();
    }
}
