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
                Duration wait = (kind == Kind.MESSAGES ? messages : bytes).take(amount, System.nanoTime());
                if (!wait.isZero()) {
                    rests.rest(wait, cancel);
                }
            }

            @Override
            public void holdUntil(Instant moment) {
                LocalLease.this.holdUntil(moment);
            }
        };
    }

    private void awaitHold(Cancel cancel) throws CancelledException {
        for (Instant until = heldUntil(); until != null; until = heldUntil()) {
            rests.rest(Duration.between(clock.instant(), until), cancel);
        }
    }
}
