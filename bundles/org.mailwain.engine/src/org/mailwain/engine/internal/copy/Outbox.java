package org.mailwain.engine.internal.copy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;

/**
 * Parcels that wait for one writer, in their order, bounded by bytes. A parcel is given out once its intent is durable.
 * Thread-safe.
 */
final class Outbox {
    private final long limit;
    private final Cancel cancel;
    private final Deque<Parcel> queue = new ArrayDeque<>();
    private final Set<Lane> lanes = ConcurrentHashMap.newKeySet();
    private long bytes;
    private boolean closed;

    Outbox(long limit, Cancel cancel) {
        this.limit = limit;
        this.cancel = cancel;
        cancel.onCancel(this::wake);
    }

    /** Waits while too much is ahead of the writer. */
    synchronized void put(Parcel parcel) throws CancelledException {
        while (bytes >= limit && !cancel.requested()) {
            await();
        }
        cancel.check();
        queue.add(parcel);
        added(parcel);
    }

    /** For what has to be sent again: goes before everything else, and does not wait. */
    synchronized void putFirst(List<Parcel> parcels) {
        for (Parcel parcel : parcels.reversed()) {
            queue.addFirst(parcel);
            added(parcel);
        }
    }

    private void added(Parcel parcel) {
        bytes += parcel.bytes();
        lanes.add(parcel.lane());
        CompletableFuture<Void> durable = parcel.durable();
        if (!durable.isDone()) {
            durable.whenComplete((done, e) -> wake());
        }
        notifyAll();
    }

    /** Nothing more comes from the reader. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** The first, if it may go out, else null at once. */
    synchronized Parcel poll() {
        Parcel first = queue.peek();
        if (first == null || !first.durable().isDone()) {
            return null;
        }
        queue.remove();
        bytes -= first.bytes();
        notifyAll();
        return first;
    }

    /** The first, waiting for it; null at the end or at a cancel. */
    synchronized Parcel take() throws CancelledException {
        while (!cancel.requested()) {
            Parcel first = poll();
            if (first != null) {
                return first;
            }
            if (queue.isEmpty() && closed) {
                return null;
            }
            await();
        }
        return null;
    }

    synchronized boolean isThrough() {
        return queue.isEmpty() && closed;
    }

    synchronized long bytes() {
        return bytes;
    }

    /** Folders that this writer has or had to do with. */
    Set<Lane> lanes() {
        return lanes;
    }

    /** Takes out what was not sent. */
    synchronized List<Parcel> drain() {
        List<Parcel> rest = List.copyOf(queue);
        queue.clear();
        bytes = 0;
        return rest;
    }

    private void await() throws CancelledException {
        try {
            wait(1_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private synchronized void wake() {
        notifyAll();
    }
}
