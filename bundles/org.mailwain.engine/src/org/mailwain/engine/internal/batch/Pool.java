package org.mailwain.engine.internal.batch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.mailwain.api.progress.Cancel;

/** Works on many, so many at once as is said at the moment, each on a platform thread of its own. */
public final class Pool<T> {
    private static final Duration GLANCE = Duration.ofSeconds(1);

    private final Deque<T> waiting;
    private final PriorityQueue<Later<T>> later = new PriorityQueue<>(Comparator.comparing(Later::notBefore));
    private final Clock clock;
    private final Consumer<T> work;
    private int allowed;
    private int busy;

    /** Whose turn does not come before a moment. */
    private record Later<T>(T one, Instant notBefore) {}

    public Pool(Collection<T> all, int allowed, Clock clock, Consumer<T> work) {
        this.waiting = new ArrayDeque<>(all);
        this.allowed = allowed;
        this.clock = clock;
        this.work = work;
    }

    public synchronized int allowed() {
        return allowed;
    }

    /** From the next one on. From any thread. */
    public synchronized void allow(int count) {
        allowed = Math.max(1, count);
        notifyAll();
    }

    /** Works on this too, after all others. From any thread while it runs. */
    public synchronized void add(T one) {
        waiting.addLast(one);
        notifyAll();
    }

    /** Works on this too, not before the moment; the others go on meanwhile. From any thread while it runs. */
    public synchronized void add(T one, Instant notBefore) {
        later.add(new Later<>(one, notBefore));
        notifyAll();
    }

    /** Blocks until nothing is left, or, after a cancel, until what was begun has ended. @return those not begun */
    public synchronized Collection<T> run(Cancel cancel) {
        Cancel.Registration registration = cancel.onCancel(this::wake);
        try {
            while (busy > 0 || !(waiting.isEmpty() && later.isEmpty()) && !cancel.requested()) {
                come();
                if (busy < allowed && !waiting.isEmpty() && !cancel.requested()) {
                    begin(waiting.pollFirst());
                } else {
                    pause();
                }
            }
        } finally {
            registration.close();
        }
        later.forEach(one -> waiting.add(one.one()));
        return waiting;
    }

    private void come() {
        while (!later.isEmpty() && !later.peek().notBefore().isAfter(clock.instant())) {
            waiting.addLast(later.poll().one());
        }
    }

    private synchronized void wake() {
        notifyAll();
    }

    private void begin(T one) {
        busy++;
        Thread.ofPlatform().name("mailbox " + one).start(() -> {
            try {
                work.accept(one);
            } finally {
                ended();
            }
        });
    }

    private synchronized void ended() {
        busy--;
        notifyAll();
    }

    /**
     * An interrupt ends the queue; what was begun is waited for all the same. While somebody waits for a moment, the
     * clock is looked at: it may be set, and the machine may have slept.
     */
    private void pause() {
        try {
            wait(later.isEmpty() ? 0 : GLANCE.toMillis());
        } catch (InterruptedException e) {
            waiting.clear();
            later.clear();
        }
    }
}
