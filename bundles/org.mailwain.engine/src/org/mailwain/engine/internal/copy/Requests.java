package org.mailwain.engine.internal.copy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;

/** What is still to be read, folder after folder, each by one reader. Thread-safe. */
final class Requests {
    private static final int MOST_ITEMS = 200;
    private static final long MOST_BYTES = 2_000_000;

    private final Deque<Pair> waiting = new ArrayDeque<>();

    Requests(List<Pair> pairs) {
        pairs.stream().filter(Pair::hasWork).forEach(waiting::add);
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }

    /** Folders that no reader has begun with. */
    synchronized List<Pair> waiting() {
        return List.copyOf(waiting);
    }

    /** The next folder for one reader, or null. */
    synchronized Share next() {
        Pair pair = waiting.poll();
        return pair == null ? null : new Share(pair);
    }

    /** One folder's rest, in the hands of one reader. */
    static final class Share {
        private final Pair pair;
        private final WorkList.Reader rest;
        private WorkList.Entry ahead;

        private Share(Pair pair) {
            this.pair = pair;
            this.rest = pair.work().reader();
        }

        Pair pair() {
            return pair;
        }

        boolean hasNext() {
            return ahead != null || rest.hasNext();
        }

        /** The next one, if it is such a one; it is then taken from what is left. */
        WorkList.Entry nextIf(Predicate<WorkList.Entry> wanted) {
            if (ahead == null && rest.hasNext()) {
                ahead = rest.next();
            }
            WorkList.Entry entry = ahead;
            if (entry == null || !wanted.test(entry)) {
                return null;
            }
            ahead = null;
            return entry;
        }

        /** Whether the next one is such a one. */
        boolean isNext(Predicate<WorkList.Entry> wanted) {
            WorkList.Entry entry = nextIf(wanted);
            ahead = entry == null ? ahead : entry;
            return entry != null;
        }

        /** As many as one request should name, up to one that needs none; a large one goes alone. */
        List<WorkList.Entry> next(Predicate<WorkList.Entry> needsNone) {
            List<WorkList.Entry> entries = new ArrayList<>();
            long bytes = 0;
            while (hasNext() && entries.size() < MOST_ITEMS) {
                if (ahead == null) {
                    ahead = rest.next();
                }
                long size = Math.max(0, ahead.item().size());
                if (!entries.isEmpty() && (bytes + size > MOST_BYTES || needsNone.test(ahead))) {
                    break;
                }
                entries.add(ahead);
                bytes += size;
                ahead = null;
            }
            return entries;
        }

        /** The rest one by one, for a folder that cannot be gone on with. */
        Iterable<WorkList.Entry> rest() {
            return () -> new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return Share.this.hasNext();
                }

                @Override
                public WorkList.Entry next() {
                    WorkList.Entry entry = ahead != null ? ahead : rest.next();
                    ahead = null;
                    return entry;
                }
            };
        }
    }
}
