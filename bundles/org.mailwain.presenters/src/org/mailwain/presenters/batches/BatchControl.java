package org.mailwain.presenters.batches;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.operations.LaunchOperation;
import org.mailwain.operations.LimitsOperation;
import org.mailwain.operations.OpenOperation;
import org.mailwain.operations.OperationFailure;
import org.mailwain.operations.Services;
import org.mailwain.operations.StopOperation;
import org.mailwain.operations.run.LimitKey;
import org.mailwain.operations.run.LimitsChange;
import org.mailwain.operations.run.RunFolder;

/** What a person may ask of a batch, done. Every method waits and belongs on a background thread. */
public final class BatchControl {
    private final Services services;
    private final Path project;
    private final String batch;

    /** @param project the project's folder */
    public BatchControl(Services services, Path project, String batch) {
        this.services = services;
        this.project = project;
        this.batch = batch;
    }

    /**
     * Carries a wish out.
     *
     * @param launcher the start script of the product
     * @param mailboxes labels of those to work on, all where empty; not for a stop
     * @param asks for the master password
     */
    public void carryOut(
            BatchPicture.Wish wish, Optional<Path> launcher, List<String> mailboxes, Asks asks, Cancel cancel)
            throws FailureException {
        switch (wish) {
            case STOP -> stop();
            case RETRY_FAILED -> retry(launcher, mailboxes, asks, cancel);
            case START, RESUME, RESCAN -> launch(launcher, mailboxes, false, asks, cancel);
        }
    }

    /** The run that works takes it on; where there is none, or it ends at this moment, a new one does. */
    private void retry(Optional<Path> launcher, List<String> mailboxes, Asks asks, Cancel cancel)
            throws FailureException {
        if (isRunning()) {
            try {
                new LimitsOperation(project, batch).retry(mailboxes);
                return;
            } catch (FailureException ended) {
                if (!ended.failure().is(OperationFailure.NOT_RUNNING)) {
                    throw ended;
                }
            }
        }
        launch(launcher, mailboxes, true, asks, cancel);
    }

    /** How the run works now. @throws FailureException {@link OperationFailure#NOT_RUNNING} */
    public Map<LimitKey, Long> limits() throws FailureException {
        return new LimitsOperation(project, batch).now().values();
    }

    /** Changes how the run works, at once and until it ends. @throws FailureException as for {@link #limits} */
    public Map<LimitKey, Long> limits(LimitsChange change) throws FailureException {
        return new LimitsOperation(project, batch).change(change).values();
    }

    /** Asks the run to end at a safe point, in whatever process it is. */
    public void stop() throws FailureException {
        new StopOperation(project, batch).stop();
    }

    public boolean isRunning() {
        return RunFolder.of(project, batch).holder().isPresent();
    }

    private void launch(Optional<Path> launcher, List<String> mailboxes, boolean retry, Asks asks, Cancel cancel)
            throws FailureException {
        OpenOperation open = new OpenOperation(services, project, asks);
        // what is wrong with the files is told here, not by a process that ends at once
        open.batch(batch);
        Path script = launcher.orElseThrow(() -> OperationFailure.INCOMPLETE.raise("mailwain.launcher"));
        LaunchOperation.Order order = new LaunchOperation.Order(project, batch, mailboxes, retry);
        new LaunchOperation(script, order, open.credentials()).launch(cancel);
    }
}
