package org.mailwain.ui.jobs;

import java.util.function.Consumer;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;

/** Work as a job of the platform; its cancel unblocks what the work waits for. */
final class WorkJob<T> extends Job {
    private final CancelSource cancel = new CancelSource();
    private final Display display;
    private final Work<T> work;
    private final Consumer<Result<T>> then;

    WorkJob(String name, Display display, Work<T> work, Consumer<Result<T>> then) {
        super(name);
        this.display = display;
        this.work = work;
        this.then = then;
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        Result<T> result = carryOut(work, cancel, monitor, display);
        later(display, () -> then.accept(result));
        return result instanceof Result.Cancelled ? Status.CANCEL_STATUS : Status.OK_STATUS;
    }

    @Override
    protected void canceling() {
        cancel.request();
    }

    static <T> Result<T> carryOut(Work<T> work, Cancel cancel, IProgressMonitor monitor, Display display) {
        try {
            return new Result.Done<>(work.run(new Context(cancel, monitor, display)));
        } catch (CancelledException e) {
            return new Result.Cancelled<>();
        } catch (FailureException e) {
            return new Result.Failed<>(e.failure());
        }
    }

    private static void later(Display display, Runnable work) {
        if (!display.isDisposed()) {
            display.asyncExec(work);
        }
    }

    private record Context(Cancel cancel, IProgressMonitor monitor, Display display) implements WorkContext {
        @Override
        public void step(String text) {
            monitor.subTask(text);
        }

        @Override
        public void show(Runnable onUi) {
            later(display, onUi);
        }
    }
}
