package org.mailwain.operations;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.engine.Engine;
import org.mailwain.engine.MailboxPlan;
import org.mailwain.engine.Planner;
import org.mailwain.ledger.Ledger;

/** Says folder by folder what a run would do, and writes nothing on either side. */
public final class PlanOperation {
    private final BatchWork work;
    private final List<String> mailboxes;

    public PlanOperation(BatchWork work, List<String> mailboxes) {
        this.work = work;
        this.mailboxes = List.copyOf(mailboxes);
    }

    /** Takes the plan of one mailbox, in the order of the list, on the calling thread. */
    @FunctionalInterface
    public interface Sink {
        void plan(MailboxPlan plan) throws FailureException;
    }

    /** Several mailboxes are looked at together; what goes wrong with one is in its plan. */
    public void plan(Sink sink, Cancel cancel) throws FailureException {
        Optional<Ledger> ledger = work.ledgerToRead();
        try (Engine engine = work.engine()) {
            Planner planner = new Planner(engine, work.batch(), work.logins(cancel), ledger.orElse(null), cancel);
            Crew.each(work.matchedRows(mailboxes), work.batch().limits().mailboxes(), planner::plan, sink::plan);
        } finally {
            ledger.ifPresent(Ledger::close);
        }
    }
}
