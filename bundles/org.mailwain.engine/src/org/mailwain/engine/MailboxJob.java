package org.mailwain.engine;

import java.time.Clock;
import java.time.Instant;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.progress.Progress;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Stop;
import org.mailwain.engine.internal.mailbox.MailboxPass;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One pass over one mailbox, from sign-in to evidence. Run once, on a thread of the caller. */
public final class MailboxJob {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxJob.class);

    private final Engine engine;
    private final Batch batch;
    private final MailboxRow row;
    private final Logins logins;
    private final Ledger ledger;
    private final PassOptions options;
    private final String holder;
    private final Progress progress;
    private final Cancel cancel;
    private MailboxKey key;
    private MailboxPass pass;
    private FolderCounts evidence = FolderCounts.NOTHING;

    /** @param holder who runs, for people who find the ledger taken */
    public MailboxJob(
            Engine engine,
            Batch batch,
            MailboxRow row,
            Logins logins,
            Ledger ledger,
            PassOptions options,
            String holder,
            Progress progress,
            Cancel cancel) {
        this.engine = engine;
        this.batch = batch;
        this.row = row;
        this.logins = logins;
        this.ledger = ledger;
        this.options = options;
        this.holder = holder;
        this.progress = progress;
        this.cancel = cancel;
    }

    /** Never throws for what can go wrong outside: failures and a cancel are in the result. */
    public MailboxResult run() {
        Clock clock = engine.shared().clock();
        Instant began = clock.instant();
        LOG.info("{}: pass begins", row.label());
        Failure failure = null;
        boolean stopped = false;
        Stop stop = new Stop(cancel);
        try {
            work(stop);
        } catch (CancelledException e) {
            stopped = true;
        } catch (FailureException e) {
            LOG.warn("{}: {}", row.label(), e.failure().code(), e);
            failure = e.failure();
        } catch (RuntimeException | Error e) {
            LOG.error("{}: fault of the program", row.label(), e);
            failure = EngineFailure.UNEXPECTED.with(e.getClass().getSimpleName());
        } finally {
            stop.close();
        }
        stopped |= failure != null && cancel.requested();
        MailboxResult result = result(stopped, failure, began, clock.instant());
        LOG.info("{}: pass ended, {}, {} copied", row.label(), result.ending(), result.copied());
        return result;
    }

    private void work(Stop stop) throws FailureException {
        if (row.emailAddress().isEmpty()) {
            throw EngineFailure.UNMATCHED.raise();
        }
        cancel.check();
        Job job = new Job(engine.shared(), batch, row, logins, progress, stop);
        key = job.key();
        try (MailboxLedger held = ledger.take(key, holder)) {
            pass = new MailboxPass(job, options, held);
            try {
                pass.run();
            } finally {
                count(held);
            }
        }
    }

    /** What stands in the ledger now; a ledger that cannot be read has said so before. */
    private void count(MailboxLedger held) {
        try {
            held.flush();
            FolderCounts sum = FolderCounts.NOTHING;
            for (FolderLedger folder : held.folders()) {
                sum = sum.plus(folder.record().counts());
            }
            evidence = sum;
        } catch (FailureException e) {
            LOG.debug("{}: no evidence", row.label(), e);
        }
    }

    private MailboxResult result(boolean stopped, Failure failure, Instant began, Instant ended) {
        long copied = pass == null
                ? 0
                : pass.pairs().stream().mapToLong(p -> p.tally().copied()).sum();
        long bytes = pass == null
                ? 0
                : pass.pairs().stream().mapToLong(p -> p.tally().bytes()).sum();
        int failedFolders = pass == null ? 0 : pass.failures().size();
        Failure shown = stopped ? null : failure;
        Ending ending;
        if (stopped) {
            ending = Ending.STOPPED;
        } else if (failure != null) {
            ending = Ending.FAILED;
        } else if (failedFolders > 0 || evidence.of(ItemOutcome.FAILED) > 0) {
            ending = Ending.WITH_ERRORS;
            shown = failedFolders > 0 ? pass.failures().getFirst() : null;
        } else {
            ending = Ending.COMPLETED;
        }
        return new MailboxResult(row.label(), key, ending, shown, evidence, copied, bytes, failedFolders, began, ended);
    }
}
