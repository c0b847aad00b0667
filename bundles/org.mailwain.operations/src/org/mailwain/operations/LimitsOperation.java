package org.mailwain.operations;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.run.LimitsChange;
import org.mailwain.operations.run.RunControl;
import org.mailwain.operations.run.RunFolder;
import org.mailwain.operations.run.RunLimits;

/** Shows and changes how hard the run of a batch works, in whatever process. What it changes holds until the run ends. */
public final class LimitsOperation {
    private final RunFolder run;

    /** @param project the project's folder */
    public LimitsOperation(Path project, String batch) {
        this.run = RunFolder.of(project, batch);
    }

    /** @throws FailureException {@link OperationFailure#NOT_RUNNING} */
    public RunLimits now() throws FailureException {
        return change(new LimitsChange(Map.of()));
    }

    /**
     * Fewer mailboxes or connections than at present take effect as those at work end.
     *
     * @return how the run works from now on
     * @throws FailureException {@link OperationFailure#NOT_RUNNING}
     */
    public RunLimits change(LimitsChange change) throws FailureException {
        return RunControl.limits(run, change).orElseThrow(() -> OperationFailure.NOT_RUNNING.raise(run.batch()));
    }

    /**
     * Asks the run to try again what failed.
     *
     * @param labels of mailboxes; none means all
     * @return how many mailboxes went into the queue at once; others that are at work follow should they end with errors
     * @throws FailureException {@link OperationFailure#NOT_RUNNING}
     */
    public int retry(Collection<String> labels) throws FailureException {
        return RunControl.retry(run, Set.copyOf(labels))
                .orElseThrow(() -> OperationFailure.NOT_RUNNING.raise(run.batch()));
    }
}
