package org.mailwain.operations;

import java.nio.file.Path;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.run.RunControl;
import org.mailwain.operations.run.RunFolder;

/** Asks the run of a batch, in whatever process, to end at a safe point. */
public final class StopOperation {
    private final Path project;
    private final String batch;

    public StopOperation(Path project, String batch) {
        this.project = project;
        this.batch = batch;
    }

    /** Returns once the run has taken the wish; it ends a little later. */
    public void stop() throws FailureException {
        if (!RunControl.stop(RunFolder.of(project, batch))) {
            throw OperationFailure.NOT_RUNNING.raise(batch);
        }
    }
}
