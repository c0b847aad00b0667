package org.mailwain.tck.memory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Feed;

/** Draws from a feed what may be under way at once, and answers in order. */
final class Pump<T> {
    private final Feed<T> feed;
    private final int depth;
    private final Deque<T> underWay = new ArrayDeque<>();

    Pump(Feed<T> feed, int depth) {
        this.feed = feed;
        this.depth = depth;
    }

    /** The next to be answered, after others were drawn behind it; null at the end. */
    T next(Line line) throws FailureException {
        if (underWay.isEmpty()) {
            line.check();
            T first = feed.take();
            if (first == null) {
                return null;
            }
            underWay.add(first);
        }
        while (underWay.size() < depth) {
            T more = feed.poll();
            if (more == null) {
                break;
            }
            underWay.add(more);
        }
        return underWay.peek();
    }

    void answered() {
        underWay.remove();
    }

    List<T> underWay() {
        return List.copyOf(underWay);
    }
}
