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
import org.mailwain.engine.internal.verify.Verification;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares a source mailbox with its target, folder by folder, whatever the ledger says; the ledger, where there is
 * one, only explains what is missing. Memory is bounded whatever the size of the folders. Thread-safe: several rows may
 * be verified at once.
 */
public final class Verifier {
    private static final Logger LOG = LoggerFactory.getLogger(Verifier.class);

    private final Engine engine;
    private final Batch batch;
    private final Logins logins;
    private final Ledger ledger;
    private final Depth depth;
    private final Progress progress;
    private final Cancel cancel;

    /** How much is compared. */
    public enum Depth {
        /** Counts, sizes and identities by header. */
        IDENTITY,
        /**
         * Besides, SHA-256 of each message as served by both sides; where the target rewrites messages, what their parts
         * decode to.
         */
        CONTENT
    }

    /** @param ledger null where there is none */
    public Verifier(
            Engine engine, Batch batch, Logins logins, Ledger ledger, Depth depth, Progress progress, Cancel cancel) {
        this.engine = engine;
        this.batch = batch;
        this.logins = logins;
        this.ledger = ledger;
        this.depth = depth;
        this.progress = progress;
        this.cancel = cancel;
    }

    /** @param sink hears of differences as they are found; failures of the mailbox are in the result */
    public MailboxVerdict verify(MailboxRow row, DifferenceSink sink) throws CancelledException {
        cancel.check();
        LOG.info("{}: verification begins", row.label());
        MailboxVerdict verdict = verdict(row, sink);
        LOG.info("{}: verification ended, {}", row.label(), verdict.good() ? "good" : "not good");
        return verdict;
    }

    private MailboxVerdict verdict(MailboxRow row, DifferenceSink sink) throws CancelledException {
        try (Stop stop = new Stop(cancel)) {
            return work(row, sink, stop);
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

    private MailboxVerdict work(MailboxRow row, DifferenceSink sink, Stop stop) throws FailureException {
        if (row.emailAddress().isEmpty()) {
            throw EngineFailure.UNMATCHED.raise();
        }
        Job job = new Job(engine.shared(), batch, row, logins, progress, stop);
        try (MailboxLedger known =
                ledger == null ? null : ledger.read(job.key()).orElse(null)) {
            return new Verification(job, known, depth == Depth.CONTENT, sink).run();
        }
    }

    private static MailboxVerdict failed(MailboxRow row, Failure failure) {
        return new MailboxVerdict(row.label(), List.of(), failure);
    }
}
