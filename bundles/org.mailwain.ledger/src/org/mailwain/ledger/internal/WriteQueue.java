package org.mailwain.ledger.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.mailwain.api.progress.CancelledException;

/** What waits to be written, bounded by the entries that it holds; whoever hands in more waits. */
final class WriteQueue {
    /** About 300 bytes each. */
    static final int MOST_ENTRIES = 50_000;

    private static final int GROUP = 20_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Deque<Write<?>> waiting = new ArrayDeque<>();
    private long weight;
    private boolean closed;

    /** @param mayWait false for the writer's own thread, which would wait for itself */
    void put(Write<?> write, boolean mayWait) throws CancelledException {
        lock.lock();
        try {
            while (mayWait && !closed && weight > 0 && weight + write.weight() > MOST_ENTRIES) {
                room.await();
            }
            if (closed) {
                throw new IllegalStateException("the ledger is closed");
            }
            waiting.add(write);
            weight += write.weight();
            changed.signal();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for work; empty when there is none and there never will be any again. */
    List<Write<?>> take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            List<Write<?>> group = new ArrayList<>();
            long taken = 0;
            while (!waiting.isEmpty()
                    && (group.isEmpty() || taken + waiting.peek().weight() <= GROUP)) {
                Write<?> write = waiting.poll();
                taken += write.weight();
                group.add(write);
            }
            weight -= taken;
            room.signalAll();
            return group;
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
