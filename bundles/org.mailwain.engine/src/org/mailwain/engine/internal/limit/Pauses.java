package org.mailwain.engine.internal.limit;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.mailwain.engine.RetryPolicy;

/** Growing pauses, each twice the one before, give or take a quarter so that not all come back at once. */
final class Pauses {
    private final RetryPolicy policy;
    private int taken;

    Pauses(RetryPolicy policy) {
        this.policy = policy;
    }

    Duration next() {
        long base = policy.first().toNanos() << Math.min(taken++, 20);
        long capped = base < 0
                ? policy.longest().toNanos()
                : Math.min(base, policy.longest().toNanos());
        return Duration.ofNanos((long) (capped * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
    }

    void reset() {
        taken = 0;
    }
}
