package org.mailwain.engine;

import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.ledger.Ledger;

/** Says what a pass would do, and writes nothing anywhere. Thread-safe: several rows may be planned at once. */
public final class Planner {
    /** @param ledger null where there is none yet: everything counts as new */
    public Planner(Engine engine, Batch batch, Logins logins, Ledger ledger, Cancel cancel) {
    }

    /** Opens both sides, lists the source; failures of the mailbox are in the result. */
    public MailboxPlan plan(MailboxRow row) throws CancelledException {
        return null;
    }
}
