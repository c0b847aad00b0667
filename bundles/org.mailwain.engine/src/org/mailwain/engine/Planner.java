package org.mailwain.engine;

import java.util.List;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.progress.Progress;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Stop;
import org.mailwain.engine.internal.plan.Planning;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what a pass would do, and writes nothing anywhere. Thread-safe: several rows may be planned at once. */
public final class Planner {
    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

    private final Engine engine;
    private final Batch batch;
    private final Logins logins;
    private final Ledger ledger;
    private final Cancel cancel;

    /** @param ledger null where there is none yet: everything counts as new */
    public Planner(Engine engine, Batch batch, Logins logins, Ledger ledger, Cancel cancel) {
        this.engine = engine;
        this.batch = batch;
        this.logins = logins;
        this.ledger = ledger;
        this.cancel = cancel;
    }

    /** Opens both sides, lists the source; failures of the mailbox are in the result. */
    public MailboxPlan plan(MailboxRow row) throws CancelledException {
        cancel.check();
        try (Stop stop = new Stop(cancel)) {
            return work(row, stop);
        } catch (FailureException e) {
            // what fails because connections were closed for a cancel is the cancel
            cancel.check();
            if (e instanceof CancelledException cancelled) {
                throw cancelled;
            }
            LOG.warn("{}: {}", row.label(), e.failure().code(), e);
            return failed(row, e.failure());
        } catch (RuntimeException | Error e) {
            LOG.error("{}: fault of the program", row.label(), e);
            return failed(row, EngineFailure.UNEXPECTED.with(e.getClass().getSimpleName()));
        }
    }

    private MailboxPlan work(MailboxRow row, Stop stop) throws FailureException {
        if (row.emailAddress().isEmpty()) {
            throw EngineFailure.UNMATCHED.raise();
        }
        Job job = new Job(engine.shared(), batch, row, logins, Progress.SILENT, stop);
        try (MailboxLedger known =
                ledger == null ? null : ledger.read(job.key()).orElse(null)) {
            return new Planning(job, known).run();
        }
    }

    private static MailboxPlan failed(MailboxRow row, Failure failure) {
        return new MailboxPlan(row.label(), List.of(), List.of(), failure, false, -1);
    }
}
