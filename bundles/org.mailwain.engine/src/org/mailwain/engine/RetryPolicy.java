package org.mailwain.engine;

import java.time.Duration;

/**
 * How long a server that went away is waited for.
 *
 * @param first pause before the first try; each further one is twice as long, give or take a quarter
 * @param longest pause between two tries
 * @param limit time without any progress after which the mailbox fails
 */
public record RetryPolicy(Duration first, Duration longest, Duration limit) {
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(15));

    public RetryPolicy {
        if (first.isNegative() || longest.compareTo(first) < 0 || limit.isNegative()) {
            throw new IllegalArgumentException("pauses " + first + " to " + longest + " within " + limit);
        }
    }
}
