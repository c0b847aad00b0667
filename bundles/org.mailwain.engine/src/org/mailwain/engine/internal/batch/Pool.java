package org.mailwain.engine.internal.batch;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Consumer;
import org.mailwain.api.progress.Cancel;

/** Works on many, so many at once as is said at the moment, each on a platform thread of its own. */
public final class Pool<T> {
    private final Deque<T> waiting;
    private final Consumer<T> work;
    private int allowed;
    private int busy;

    public Pool(Collection<T> all, int allowed, Consumer<T> work) {
        this.waiting = new ArrayDeque<>(all);
        this.allowed = allowed;
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

    /** Blocks until nothing is left, or, after a cancel, until what was begun has ended. @return those not begun */
    public synchronized Collection<T> run(Cancel cancel) {
        Cancel.Registration registration = cancel.onCancel(this::wake);
        try {
            while (busy > 0 || !waiting.isEmpty() && !cancel.requested()) {
                if (busy < allowed && !waiting.isEmpty() && !cancel.requested()) {
                    begin(waiting.pollFirst());
                } else {
                    pause();
                }
            }
        } finally {
            registration.close();
        }
        return waiting;
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

    /** An interrupt ends the queue; what was begun is waited for all the same. */
    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            waiting.clear();
        }
    }
}
