package org.mailwain.engine.internal.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.LimitLease;

/** The rates of an endpoint within this process. */
final class LocalLease {
    /** How often whoever waits looks whether the rate has changed. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Clock clock;
    private final Rests rests;
    private final Rate messages;
    private final Rate bytes;
    private volatile Instant hold;

    LocalLease(EndpointLimits limits, Clock clock, Rests rests) {
        this.clock = clock;
        this.rests = rests;
        this.messages = new Rate(limits.messagesPerSecond());
        this.bytes = new Rate(limits.bytesPerSecond());
    }

    void change(EndpointLimits limits) {
        messages.change(limits.messagesPerSecond());
        bytes.change(limits.bytesPerSecond());
    }

    synchronized void holdUntil(Instant moment) {
        if (hold == null || moment.isAfter(hold)) {
            hold = moment;
        }
    }

    /** The moment before which nothing new starts, or null. */
    Instant heldUntil() {
        Instant until = hold;
        return until != null && until.isAfter(clock.instant()) ? until : null;
    }

    /** As a session sees it: its waits end with the session's cancel. */
    LimitLease forSession(Cancel cancel) {
        return new LimitLease() {
            @Override
            public void acquire(Kind kind, long amount) throws CancelledException {
                awaitHold(cancel);
                pay(kind == Kind.MESSAGES ? messages : bytes, amount, cancel);
            }

            @Override
            public void holdUntil(Instant moment) {
                LocalLease.this.holdUntil(moment);
            }
        };
    }

    /** Whoever waits when the rate changes waits as the new one says, where that is shorter. */
    private void pay(Rate rate, long amount, Cancel cancel) throws CancelledException {
        long change = rate.changes();
        Duration left = rate.take(amount, System.nanoTime());
        while (left.isPositive()) {
            Duration part = least(left, LOOK);
            rests.rest(part, cancel);
            left = left.minus(part);
            if (rate.changes() != change) {
                change = rate.changes();
                left = least(left, rate.take(amount, System.nanoTime()));
            }
        }
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private void awaitHold(Cancel cancel) throws CancelledException {
        for (Instant until = heldUntil(); until != null; until = heldUntil()) {
            rests.rest(Duration.between(clock.instant(), until), cancel);
        }
    }
}
