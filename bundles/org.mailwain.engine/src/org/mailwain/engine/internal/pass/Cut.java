package org.mailwain.engine.internal.pass;

import java.time.Instant;
import java.util.Arrays;

/**
 * The newest so many items of a mailbox, told by their date alone: all after one moment, and as many as there is room
 * for at that very moment. Confined to one thread.
 */
final class Cut {
    private final long moment;
    private long roomAtMoment;

    private Cut(long moment, long roomAtMoment) {
        this.moment = moment;
        this.roomAtMoment = roomAtMoment;
    }

    /** Takes everything. */
    static Cut none() {
        return new Cut(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    boolean takes(Instant received) {
        long at = received == null ? Long.MAX_VALUE : received.toEpochMilli();
        if (at != moment) {
            return at > moment;
        }
        return roomAtMoment-- > 0;
    }

    /** Collects the dates of all items; eight bytes each. */
    static final class Finder {
        private long[] dates = new long[1024];
        private int count;

        void add(Instant received) {
            if (count == dates.length) {
                dates = Arrays.copyOf(dates, count + count / 2);
            }
            dates[count++] = received == null ? Long.MAX_VALUE : received.toEpochMilli();
        }

        Cut newest(int wanted) {
            if (count <= wanted) {
                return none();
            }
            Arrays.sort(dates, 0, count);
            long moment = dates[count - wanted];
            int after = count - 1;
            while (after >= 0 && dates[after] > moment) {
                after--;
            }
            return new Cut(moment, wanted - (count - 1L - after));
        }
    }
}
