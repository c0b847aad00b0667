package org.mailwain.operations;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.engine.BatchJob;
import org.mailwain.engine.BatchOptions;
import org.mailwain.engine.BatchResult;
import org.mailwain.engine.Engine;
import org.mailwain.ledger.BatchLedger;
import org.mailwain.ledger.Ledger;
import org.mailwain.operations.run.ControlSocket;
import org.mailwain.operations.run.EventLog;
import org.mailwain.operations.run.RunControl;
import org.mailwain.operations.run.RunFolder;
import org.mailwain.operations.run.RunHolder;
import org.mailwain.operations.run.RunLock;
import org.mailwain.operations.run.RunLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a batch in this process: holds its lock, writes its events, listens on its control socket, and copies. One run
 * per object.
 */
public final class RunOperation {
    private static final Logger LOG = LoggerFactory.getLogger(RunOperation.class);

    private final BatchWork work;
    private final List<String> mailboxes;
    private final boolean retryFailed;

    /** @param mailboxes names of those to work on, all where empty */
    public RunOperation(BatchWork work, List<String> mailboxes, boolean retryFailed) {
        this.work = work;
        this.mailboxes = List.copyOf(mailboxes);
        this.retryFailed = retryFailed;
    }

    /** Blocks until the run has ended. Stop requests from elsewhere arrive through the control socket. */
    public BatchResult run(Progress progress, Cancel cancel) throws FailureException {
        Set<String> labels =
                work.matchedRows(mailboxes).stream().map(MailboxRow::label).collect(Collectors.toUnmodifiableSet());
        RunFolder folder = RunFolder.of(work.project(), work.batch().name());
        CancelSource stop = CancelSource.under(cancel);
        try (RunLock lock = RunLock.take(folder);
                RunLog log = RunLog.open(folder);
                Ledger ledger = work.ledger();
                EventLog events = EventLog.open(folder);
                Engine engine = work.engine()) {
            LOG.info("Run of batch {} with {} mailboxes; {} {}", work.batch().name(), labels.size(), lock, log);
            Progress both = event -> {
                progress.happened(event);
                events.happened(event);
            };
            clearLeftOver(ledger.batch(work.batch().name()), both);
            BatchOptions options = new BatchOptions(
                    mailboxes.isEmpty() ? Set.of() : labels,
                    false,
                    retryFailed,
                    folder.holder().map(RunHolder::toString).orElse(""));
            BatchJob job = new BatchJob(engine, work.batch(), work.logins(stop), ledger, options, both, stop);
            BatchResult result = run(job, new RunControl(engine, work.batch(), job, stop), folder);
            LOG.info("Run of batch {} ended: {}", work.batch().name(), result.ending());
            return result;
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(folder.folder(), e), e);
        }
    }

    /** An active state with nobody at work was left by a run that died: we hold the lock, so nobody else is. */
    private static void clearLeftOver(BatchLedger batch, Progress progress) throws FailureException {
        BatchState state = batch.state();
        if (state.isActive()) {
            batch.become(BatchState.STOPPED);
            progress.happened(new RunEvent.BatchChanged(Instant.now(), batch.name(), BatchState.STOPPED));
        }
    }

    /** Listens while it works. */
    private static BatchResult run(BatchJob job, RunControl control, RunFolder folder) throws IOException {
        try (ControlSocket socket = ControlSocket.open(folder, control::answer)) {
            LOG.debug("listens at {}", socket);
            return job.run();
        }
    }
}
