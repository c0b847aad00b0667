package org.mailwain.engine;

import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.Progress;
import org.mailwain.ledger.Ledger;

/** One pass over one mailbox, from sign-in to evidence. Run once, on a thread of the caller. */
public final class MailboxJob {
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
    }

    /** Never throws for what can go wrong outside: failures and a cancel are in the result. */
    public MailboxResult run() {
        return null;
    }
}
