package org.mailwain.mail.internal.wire;

import java.time.Duration;

/**
 * Measures how long a connection has been waited for, so that a server that sends a byte a second is caught too. Only
 * time spent in blocking calls counts. Written by the thread that uses the connection, read by the {@link Watchdog}.
 */
final class Patience {
    /** A connection that brings less than this for the whole of a silence is as good as dead. */
    private static final int LEAST_BYTES_PER_SECOND = 64;

    private volatile long silence;
    private final long answer;
    private volatile long fairBytes;
    private volatile long waitingSince;
    private volatile long waitLimit;
    private volatile long silent;
    private volatile long unanswered;
    private long bytes;

    Patience(WireLimits limits) {
        this.answer = limits.answer().toNanos();
        silence(limits.connect());
    }

    /** Longest silence from now on. */
    void silence(Duration longest) {
        silence = longest.toNanos();
        fairBytes = Math.max(2, longest.toMillis() * LEAST_BYTES_PER_SECOND / 1000);
    }

    /** A blocking read begins. */
    void reading() {
        waitLimit = 0;
        waitingSince = now();
    }

    /** A blocking call with a limit of its own begins: a write, a handshake. */
    void waiting(Duration limit) {
        waitLimit = limit.toNanos();
        waitingSince = now();
    }

    /** The blocking call is over; so many bytes came. */
    void over(int received) {
        long since = waitingSince;
        waitingSince = 0;
        if (waitLimit != 0 || since == 0) {
            return;
        }
        long waited = System.nanoTime() - since;
        bytes += received;
        unanswered = unanswered + waited;
        if (bytes >= fairBytes) {
            bytes = 0;
            silent = 0;
        } else {
            silent = silent + waited;
        }
    }

    /** A whole line came. */
    void line() {
        bytes = 0;
        if (silent != 0) {
            silent = 0;
        }
    }

    /** A part of something that was asked for came; how slowly it may come is for the silence to say. */
    void flowing() {
        if (unanswered != 0) {
            unanswered = 0;
        }
    }

    /** Something came that was asked for. */
    void useful() {
        line();
        flowing();
    }

    boolean exhausted() {
        long since = waitingSince;
        if (since == 0) {
            return false;
        }
        long waited = System.nanoTime() - since;
        long limit = waitLimit;
        return limit != 0 ? waited > limit : silent + waited > silence || unanswered + waited > answer;
    }

    Duration silence() {
        return Duration.ofNanos(silence);
    }

    /** Zero means that nobody waits. */
    private static long now() {
        long now = System.nanoTime();
        return now == 0 ? 1 : now;
    }
}
