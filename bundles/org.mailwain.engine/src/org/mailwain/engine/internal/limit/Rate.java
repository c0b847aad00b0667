package org.mailwain.engine.internal.limit;

import java.time.Duration;

/**
 * So much per second, on average over about a second. The time at which all that was let through would have passed at
 * the given rate may run ahead of the clock by {@link #BURST}; beyond, whoever asks waits for the difference.
 */
final class Rate {
    private static final long BURST = Duration.ofMillis(250).toNanos();

    private long perSecond;
    private long paidUntil;
    private long changes;

    Rate(long perSecond) {
        this.perSecond = perSecond;
    }

    /** @param count 0 for no limit */
    synchronized void change(long count) {
        perSecond = count;
        paidUntil = 0;
        changes++;
    }

    /** How often it was changed. */
    synchronized long changes() {
        return changes;
    }

    /** Takes the amount and returns how long to wait before it is used. */
    synchronized Duration take(long amount, long now) {
        if (perSecond <= 0 || amount <= 0) {
            return Duration.ZERO;
        }
        long cost = (long) (amount * 1e9 / perSecond);
        paidUntil = Math.max(paidUntil, now) + cost;
        return Duration.ofNanos(Math.max(0, paidUntil - now - BURST));
    }
}
