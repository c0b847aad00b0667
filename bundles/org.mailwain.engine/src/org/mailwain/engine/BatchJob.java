package org.mailwain.engine;

import org.mailwain.api.batch.Batch;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.Progress;
import org.mailwain.ledger.Ledger;

/**
 * A run over the mailboxes of a batch: so many at once as its limits say, the higher priority first. Keeps the states of
 * batch and mailboxes in the ledger. Run once.
 */
public final class BatchJob {
    public BatchJob(
            Engine engine,
            Batch batch,
            Logins logins,
            Ledger ledger,
            BatchOptions options,
            Progress progress,
            Cancel cancel) {
    }

    /** Blocks until all mailboxes are through or cancel is requested; failures and a cancel are in the result. */
    public BatchResult run() {
        return null;
    }

    /** Changes how many mailboxes are worked on at once, from the next one on. From any thread. */
    public void mailboxesAtOnce(int count) {
    }
}
