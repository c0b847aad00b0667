package org.mailwain.engine.internal.limit;

/**
 * How fast a server answers, and whether that becomes much worse: a moving average over about fifty answers against the
 * best that it has been, which is forgotten slowly, since mailboxes differ.
 */
final class Pace {
    private static final double WEIGHT = 0.04;
    private static final double FORGET = 1.002;
    private static final double MUCH = 6;
    private static final int ENOUGH = 50;
    /** So many bytes cost about as much as a message of no size. */
    private static final double BYTES_OF_A_MESSAGE = 50_000;
    /** Below so much for a message nobody needs to be spared. */
    private static final double FAST_NANOS = 200e6;

    private double recent;
    private double best = Double.MAX_VALUE;
    private int seen;

    /** @return whether it is much slower than it was; then what was measured so far is forgotten */
    boolean slowed(long nanos, int items, long bytes) {
        double cost = nanos / Math.max(1, items + bytes / BYTES_OF_A_MESSAGE);
        recent = seen == 0 ? cost : recent + WEIGHT * (cost - recent);
        seen++;
        if (seen < ENOUGH) {
            return false;
        }
        best = Math.min(best * FORGET, recent);
        boolean slow = recent > MUCH * best && recent > FAST_NANOS;
        if (slow) {
            seen = 0;
        }
        return slow;
    }
}
