package org.mailwain.engine.internal.job;

import java.util.concurrent.atomic.AtomicLong;
import org.mailwain.api.failure.Failure;
import org.mailwain.engine.EngineFailure;

/** Failed items of a mailbox; above so many it is given up. Thread-safe. */
public final class Budget {
    private final int allowed;
    private final AtomicLong failed = new AtomicLong();

    public Budget(int allowed) {
        this.allowed = allowed;
    }

    public void failed(long more) {
        failed.addAndGet(more);
    }

    /** Why the mailbox is given up, or null. */
    public Failure exceeded() {
        long count = failed.get();
        return count > allowed ? EngineFailure.ERROR_BUDGET.with(count, allowed) : null;
    }
}
