package org.mailwain.presenters.explorer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.operations.InitOperation;
import org.mailwain.operations.Sentences;

/**
 * The project that the window shows, none at first, and those it showed before. To be used on one thread; listeners are
 * told on it.
 */
public final class OpenProject {
    private static final int REMEMBERED = 8;

    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Path> recent = new ArrayList<>();
    private final Sentences sentences;
    private Path folder;

    /** @param recent the newest first, as {@link #recent()} gave it; those that are no folder any more are dropped */
    OpenProject(List<Path> recent, Sentences sentences) {
        this.sentences = sentences;
        recent.stream().filter(Files::isDirectory).limit(REMEMBERED).forEach(this.recent::add);
    }

    public Optional<Path> folder() {
        return Optional.ofNullable(folder);
    }

    /** The newest first. */
    public List<Path> recent() {
        return List.copyOf(recent);
    }

    /** Closes the one that is open. */
    public void open(Path newFolder) {
        folder = newFolder.toAbsolutePath().normalize();
        recent.remove(folder);
        recent.addFirst(folder);
        while (recent.size() > REMEMBERED) {
            recent.removeLast();
        }
        listeners.forEach(Runnable::run);
    }

    /** Writes the files of a new project into a folder, then opens it. */
    public void create(Path newFolder) throws FailureException {
        InitOperation.init(newFolder);
        open(newFolder);
    }

    /** What happened and what to do, for a failure of {@link #create}. */
    public String sentence(Failure failure) {
        FailureTexts.Text text = sentences.of(failure);
        return text.advice().isEmpty() ? text.sentence() : text.sentence() + " " + text.advice();
    }

    public void close() {
        if (folder != null) {
            folder = null;
            listeners.forEach(Runnable::run);
        }
    }

    /** @return takes the listener away again */
    public Runnable onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
