package org.mailwain.engine.internal.limit;

import java.time.Instant;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.LimitLease;

/**
 * Time that a session spends on its server: neither what our own code takes when it is called by the session, nor what
 * is waited for limits and for room. Confined to the thread of the session.
 */
public final class AnswerTime {
    private final Rests rests;
    private boolean inside = true;
    private long since;
    private long waited;

    public AnswerTime(Rests rests) {
        this.rests = rests;
    }

    /** Our own code begins. */
    public void enter() {
        if (!inside) {
            waited += rests.nanos() - since;
            inside = true;
        }
    }

    /** The session goes on. */
    public void leave() {
        inside = false;
        since = rests.nanos();
    }

    /** Nanoseconds since this was asked last. */
    public long take() {
        long all = waited;
        waited = 0;
        return all;
    }

    /** Limits whose waits do not count. */
    public LimitLease besides(LimitLease lease) {
        return new LimitLease() {
            @Override
            public void acquire(Kind kind, long amount) throws CancelledException {
                boolean counts = !inside;
                enter();
                try {
                    lease.acquire(kind, amount);
                } finally {
                    if (counts) {
                        leave();
                    }
                }
            }

            @Override
            public void holdUntil(Instant moment) {
                lease.holdUntil(moment);
            }
        };
    }
}
