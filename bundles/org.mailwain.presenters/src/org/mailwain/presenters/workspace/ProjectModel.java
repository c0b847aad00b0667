package org.mailwain.presenters.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.operations.Services;
import org.mailwain.presenters.explorer.FolderWatch;
import org.mailwain.presenters.explorer.ProjectFiles;
import org.mailwain.project.Project;
import org.mailwain.project.ProjectFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A project that is open: its files as they are on the disk and in editors, read again in the background after each
 * change. To be used on the UI thread, where its listeners are told; no method waits for anything.
 */
public final class ProjectModel implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectModel.class);

    private final Services services;
    private final Reading reading;
    private final Executor ui;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile ProjectFolder folder;
    private final RunStates runs;
    private Snapshot snapshot = new Snapshot(null, null, ProjectFiles.NONE, Map.of());
    private volatile FolderWatch watch;
    private volatile boolean closed;

    private record Snapshot(Project project, Failure failure, ProjectFiles files, Map<String, RunState> runs) {
        Set<String> batches() {
            return project == null ? Set.of() : project.batches().keySet();
        }

        Snapshot with(Map<String, RunState> fresh) {
            return new Snapshot(project, failure, files, fresh);
        }
    }

    ProjectModel(Path folder, Services services, Reading reading, Executor ui) {
        this.folder = ProjectFolder.of(folder);
        this.services = services;
        this.reading = reading;
        this.ui = ui;
        this.runs = new RunStates(this.folder.path());
        reading.soon(this, this::watchAndRead);
    }

    public Path folder() {
        return folder.path();
    }

    /** The files with what editors hold in their place, for operations. */
    public ProjectFolder contents() {
        return folder;
    }

    /** What people call it: the name of its folder. */
    public String name() {
        Path name = folder.path().getFileName();
        return name == null ? folder.path().toString() : name.toString();
    }

    /** As read last; empty until it was read once, and where its folder cannot be read. */
    public Optional<Project> project() {
        return Optional.ofNullable(snapshot.project());
    }

    /** Why the folder could not be read. */
    public Optional<Failure> failure() {
        return Optional.ofNullable(snapshot.failure());
    }

    /** Of all files, those in editors as they stand there. */
    public List<Problem> problems() {
        return project().map(Project::problems).orElse(List.of());
    }

    /** As listed last. */
    public ProjectFiles files() {
        return snapshot.files();
    }

    /** How a batch stands; empty where it never ran. */
    public Optional<RunState> run(String batch) {
        return Optional.ofNullable(snapshot.runs().get(batch));
    }

    /** A file's name in problems and in this model. */
    public String name(Path file) {
        return folder.name(file);
    }

    /** What an editor holds in place of a file; null when it is saved or closed. */
    public void unsaved(String file, byte[] bytes) {
        folder = folder.withUnsaved(file, bytes);
        refresh();
    }

    /** Reads everything again, soon; many calls in a moment are one. */
    public void refresh() {
        if (!closed) {
            ProjectFolder now = folder;
            reading.soon(this, () -> read(now));
        }
    }

    /** @return takes the listener away again */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void watchAndRead() {
        try {
            FolderWatch started = FolderWatch.start(folder.path(), () -> ui.execute(this::refresh));
            watch = started;
            if (closed) {
                started.close();
            }
        } catch (IOException e) {
            LOG.warn("{} is not watched", folder.path(), e);
        }
        read(folder);
    }

    private void read(ProjectFolder wanted) {
        Project read = null;
        Failure why = null;
        try {
            read = Project.open(wanted, services.catalog(), null);
        } catch (FailureException e) {
            why = e.failure();
        }
        ProjectFiles files = ProjectFiles.list(wanted.path());
        Snapshot whole = new Snapshot(read, why, files, Map.of());
        Snapshot fresh = whole.with(runs.read(whole.batches()));
        ui.execute(() -> take(fresh));
    }

    /** Looks how the runs stand, in the background; listeners hear only of what has changed. */
    void lookAtRuns() {
        Snapshot now = snapshot;
        reading.soon(runs, () -> {
            Map<String, RunState> fresh = runs.read(now.batches());
            if (!fresh.equals(now.runs())) {
                ui.execute(() -> take(snapshot.with(fresh)));
            }
        });
    }

    private void take(Snapshot fresh) {
        if (!closed) {
            snapshot = fresh;
            listeners.forEach(Runnable::run);
        }
    }

    @Override
    public void close() {
        closed = true;
        listeners.clear();
        FolderWatch started = watch;
        if (started != null) {
            started.close();
        }
    }
}
