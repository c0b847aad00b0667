package org.mailwain.ledger.contract;

import java.util.concurrent.CompletableFuture;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.Ledger;

/** A ledger whose process may die at any write. */
public final class MortalLedger extends GuardedLedger {
    private final Steps steps;

    public MortalLedger(Ledger real, Steps steps) {
        super(real);
        this.steps = steps;
    }

    @Override
    protected CompletableFuture<Void> write(Handing write) throws FailureException {
        steps.before();
        CompletableFuture<Void> done = write.now();
        done.join();
        steps.after();
        return done;
    }

    @Override
    protected void flushing() {
        steps.check();
    }
}
