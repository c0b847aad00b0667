package org.mailwain.api.provider;

import java.time.Instant;
import org.mailwain.api.progress.CancelledException;

/**
 * The shared limits of one endpoint. Thread-safe; over all mailboxes, and over all nodes where there are several. A
 * session asks before it sends for a message or sends one, and passes on what the server says of waiting.
 */
public interface LimitLease {
    enum Kind {
        MESSAGES,
        BYTES
    }

    /** Waits until so much may pass; hands out blocks for about a second, so the cost per call is small. */
    void acquire(Kind kind, long amount) throws CancelledException;

    /** Nobody starts anything new before the moment: the server said so. */
    void holdUntil(Instant moment);

    LimitLease UNLIMITED = new LimitLease() {
        @Override
        public void acquire(Kind kind, long amount) {
            // nothing is limited
        }

        @Override
        public void holdUntil(Instant moment) {
            // nobody waits
        }
    };
}
