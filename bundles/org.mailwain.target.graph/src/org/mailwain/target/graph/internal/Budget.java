package org.mailwain.target.graph.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.target.graph.GraphSettings;

/**
 * What the service allows for one mailbox, shared by all sessions on it: requests at once, requests in ten minutes and
 * bytes in five. Whoever keeps to it is not throttled; what the service says besides holds for all. Thread-safe.
 */
final class Budget {
    private static final long SOON = TimeUnit.MILLISECONDS.toNanos(300);

    private final int concurrent;
    private final Window requests;
    private final Window upload;
    private final LongSupplier clock;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private int underWay;
    private long heldUntil;

    Budget(GraphSettings settings) {
        this(
                settings.concurrent(),
                new Window(settings.requests(), Duration.ofMinutes(10)),
                new Window(settings.upload().count(), Duration.ofMinutes(5)),
                System::nanoTime);
    }

    /** @param clock nanoseconds since whenever */
    Budget(int concurrent, Window requests, Window upload, LongSupplier clock) {
        this.concurrent = concurrent;
        this.requests = requests;
        this.upload = upload;
        this.clock = clock;
        this.heldUntil = clock.getAsLong();
    }

    /** So much within any time of a length. Guarded by the budget. */
    static final class Window {
        private static final int PARTS = 2_000;

        private final long most;
        private final long length;
        private final Deque<long[]> parts = new ArrayDeque<>();
        private long sum;

        Window(long most, Duration length) {
            this.most = most;
            this.length = length.toNanos();
        }

        /** Nanoseconds until so much may pass, 0 for now; more than fits at all passes where nothing else is there. */
        private long wait(long amount, long now) {
            while (!parts.isEmpty() && parts.peek()[0] <= now - length) {
                sum -= parts.remove()[1];
            }
            if (parts.isEmpty() || sum + amount <= most) {
                return 0;
            }
            long over = sum + amount - most;
            for (long[] part : parts) {
                over -= part[1];
                if (over <= 0) {
                    return part[0] + length - now;
                }
            }
            return parts.peekLast()[0] + length - now;
        }

        /** What comes close together is counted together, as of the later moment: never too early. */
        private void take(long amount, long now) {
            sum += amount;
            long[] last = parts.peekLast();
            if (last != null && now - last[2] < length / PARTS) {
                last[0] = now;
                last[1] += amount;
            } else {
                parts.add(new long[] {now, amount, now});
            }
        }
    }

    /** Ends a wait that is no longer wanted. */
    interface Check {
        void check() throws FailureException;
    }

    /** Waits for its turn. Whoever got it calls {@link #end()}. @param count requests, several in a batch */
    void begin(int count, long bytes, Check check) throws FailureException {
        lock.lock();
        try {
            while (true) {
                check.check();
                long wait = tryBegin(count, bytes);
                if (wait == 0) {
                    return;
                }
                changed.awaitNanos(Math.min(SOON, wait));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            lock.unlock();
        }
    }

    /** Begins, where its turn has come. @return nanoseconds after which it is worth trying again, 0 where it has begun */
    long tryBegin(int count, long bytes) {
        lock.lock();
        try {
            long now = clock.getAsLong();
            long wait = Math.max(heldUntil - now, Math.max(requests.wait(count, now), upload.wait(bytes, now)));
            if (wait > 0) {
                return wait;
            } else if (underWay >= concurrent) {
                return SOON;
            }
            requests.take(count, now);
            if (bytes > 0) {
                upload.take(bytes, now);
            }
            underWay++;
            return 0;
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            underWay--;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** The service wants to be left alone for so long. */
    void hold(Duration time) {
        lock.lock();
        try {
            long until = clock.getAsLong() + time.toNanos();
            heldUntil = until - heldUntil > 0 ? until : heldUntil;
        } finally {
            lock.unlock();
        }
    }
}
