package org.mailwain.engine.internal.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.progress.Cancel;

/**
 * The outboxes of the writers of one mailbox. A folder goes to the writer that has least to do when its first parcel is
 * ready, and stays with it. Thread-safe.
 */
final class Outboxes {
    private final long ahead;
    private final Cancel cancel;
    private final List<Outbox> open = new ArrayList<>();
    private final Map<Outbox, Long> loads = new HashMap<>();
    private final Map<Lane, Outbox> byLane = new HashMap<>();
    private boolean closed;

    /** @param ahead bytes that may wait before a writer */
    Outboxes(long ahead, Cancel cancel) {
        this.ahead = ahead;
        this.cancel = cancel;
    }

    /** For a writer that is ready from now on. */
    synchronized Outbox add() {
        Outbox outbox = new Outbox(ahead, cancel);
        open.add(outbox);
        loads.put(outbox, 0L);
        if (closed) {
            outbox.close();
        }
        return outbox;
    }

    synchronized Outbox of(Lane lane) {
        Outbox known = byLane.get(lane);
        if (known != null) {
            return known;
        }
        Outbox least = open.getFirst();
        for (Outbox outbox : open) {
            least = loads.get(outbox) < loads.get(least) ? outbox : least;
        }
        loads.merge(least, lane.load(), Long::sum);
        byLane.put(lane, least);
        return least;
    }

    /** Nothing more comes from the readers. */
    synchronized void close() {
        closed = true;
        open.forEach(Outbox::close);
    }

    /** Closes what was not sent. */
    synchronized void abandon() {
        open.forEach(outbox -> outbox.drain().forEach(parcel -> parcel.items().forEach(Cargo::close)));
    }
}
