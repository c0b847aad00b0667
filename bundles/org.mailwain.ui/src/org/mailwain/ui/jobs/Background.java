package org.mailwain.ui.jobs;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.operation.ModalContext;
import org.eclipse.swt.widgets.Display;
import org.mailwain.api.progress.Cancel;

/**
 * Carries out work as jobs: they stand in the progress view, can be cancelled there, and give their result to the UI
 * thread. Whatever waits for a disk, a server or a ledger goes this way.
 */
public final class Background {
    private final Display display;

    public Background(Display display) {
        this.display = display;
    }

    /** Work that the person has asked for and waits for. @param then told once, on the UI thread */
    public <T> Job start(String name, Work<T> work, Consumer<Result<T>> then) {
        return schedule(name, work, then, true);
    }

    /** Work that nobody has asked for, such as reading what is about to be shown. */
    public <T> Job quietly(String name, Work<T> work, Consumer<Result<T>> then) {
        return schedule(name, work, then, false);
    }

    private <T> Job schedule(String name, Work<T> work, Consumer<Result<T>> then, boolean user) {
        WorkJob<T> job = new WorkJob<>(name, display, work, then);
        job.setUser(false);
        job.setSystem(!user);
        job.setPriority(user ? Job.LONG : Job.SHORT);
        job.schedule();
        return job;
    }

    /**
     * Short work whose result the caller cannot go on without, such as saving: the window stays alive meanwhile. UI
     * thread.
     */
    public <T> Result<T> await(Work<T> work) {
        AtomicReference<Result<T>> result = new AtomicReference<>(new Result.Cancelled<>());
        try {
            ModalContext.run(
                    monitor -> result.set(WorkJob.carryOut(work, Cancel.NEVER, monitor, display)),
                    true,
                    new NullProgressMonitor(),
                    display);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return result.get();
    }
}
