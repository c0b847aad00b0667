package org.mailwain.target.graph.internal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.target.graph.GraphFailure;

/**
 * Sends requests when the mailbox's budget lets them, and obeys what the service says of time: nobody asks anything of
 * the mailbox before. A refusal for want of room or of a valid token is no answer to the question: it is asked again.
 */
final class Turns {
    /** Where a refusal names no time; the next one in a row twice as long. */
    private static final Duration UNTOLD = Duration.ofSeconds(5);

    private static final int DOUBLINGS = 6;

    private final String mailbox;
    private final Budget budget;
    private final Duration patience;

    Turns(String mailbox, Budget budget, Duration patience) {
        this.mailbox = mailbox;
        this.budget = budget;
        this.patience = patience;
    }

    /** A request and its answer. */
    interface Exchange<T> {
        /** @throws IOException with a {@link HttpRefusal} behind it where the service refused */
        T go() throws IOException, FailureException;
    }

    /**
     * @param count requests in it
     * @param upload bytes that count against the mailbox
     * @param check ends waits
     * @throws IOException where there was no answer
     */
    <T> T take(int count, long upload, Budget.Check check, Exchange<T> exchange) throws FailureException, IOException {
        Duration waited = Duration.ZERO;
        int refusals = 0;
        boolean renewed = false;
        while (true) {
            check.check();
            budget.begin(count, upload, check);
            HttpRefusal refusal;
            try {
                check.check();
                return exchange.go();
            } catch (IOException | RuntimeException e) {
                refusal = Causes.of(e, HttpRefusal.class);
                if (refusal == null) {
                    throw e;
                }
            } finally {
                budget.end();
            }
            if (refusal.status() == 429) {
                Duration wait = rest(refusal, refusals++);
                waited = waited.plus(wait);
                if (waited.compareTo(patience) > 0) {
                    throw new FailureException(GraphFailure.THROTTLED
                            .with(mailbox, wait)
                            .notBefore(Instant.now().plus(wait)));
                }
            } else if (refusal.status() == 401 && !renewed) {
                renewed = true;
            } else {
                if (refusal.retryAfter() != null) {
                    budget.hold(refusal.retryAfter());
                }
                throw Refusals.of(mailbox, refusal);
            }
        }
    }

    private Duration rest(HttpRefusal refusal, int before) {
        Duration wait = refusal.retryAfter() == null
                ? UNTOLD.multipliedBy(1L << Math.min(before, DOUBLINGS))
                : refusal.retryAfter();
        budget.hold(wait);
        return wait;
    }

    /** Whether what the service said of time is within what is waited for here. */
    boolean isWorthWaiting(Failure failure) {
        return failure.notBefore() == null
                || failure.notBefore().isBefore(Instant.now().plus(patience));
    }
}
