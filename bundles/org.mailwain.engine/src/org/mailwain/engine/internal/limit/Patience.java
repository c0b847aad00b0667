package org.mailwain.engine.internal.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.engine.RetryPolicy;

/** Decides, for one side of one mailbox, whether to try again after a failure, and waits. Confined to one thread. */
public final class Patience {
    private final RetryPolicy policy;
    private final Clock clock;
    private final Rests rests;
    private final Pauses pauses;
    private Instant troubledSince;

    public Patience(RetryPolicy policy, Clock clock, Rests rests) {
        this.policy = policy;
        this.clock = clock;
        this.rests = rests;
        this.pauses = new Pauses(policy);
    }

    /** Something got on: the next failure is the first again. */
    public void progress() {
        if (troubledSince != null) {
            troubledSince = null;
            pauses.reset();
        }
    }

    /** Waits before the next try. @throws FailureException the failure itself, where there is to be no other try */
    public void rest(FailureException trouble, String endpoint, WaitListener listener, Cancel cancel)
            throws FailureException {
        Failure failure = trouble.failure();
        cancel.check();
        Instant now = clock.instant();
        if (troubledSince == null) {
            troubledSince = now;
        }
        if (!failure.retryable() || Duration.between(troubledSince, now).compareTo(policy.limit()) > 0) {
            throw trouble;
        }
        Duration pause = pauses.next();
        Instant until = failure.earliestRetry()
                .filter(moment -> moment.isAfter(now.plus(pause)))
                .orElse(now.plus(pause));
        listener.waiting(endpoint, failure, until);
        rests.rest(Duration.between(now, until), cancel);
    }
}
