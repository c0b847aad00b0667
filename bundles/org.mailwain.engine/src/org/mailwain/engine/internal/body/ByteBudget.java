package org.mailwain.engine.internal.body;

import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;

/** So many bytes may be held at once; whoever wants more waits. One single wish above the limit passes alone. */
final class ByteBudget {
    private final long limit;
    private long used;

    ByteBudget(long limit) {
        this.limit = limit;
    }

    synchronized boolean tryTake(long bytes) {
        if (used > 0 && used + bytes > limit) {
            return false;
        }
        used += bytes;
        return true;
    }

    void take(long bytes, Cancel cancel) throws CancelledException {
        Cancel.Registration waking = cancel.onCancel(this::wake);
        try {
            await(bytes, cancel);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            waking.close();
        }
    }

    private synchronized void await(long bytes, Cancel cancel) throws InterruptedException, CancelledException {
        cancel.check();
        while (!tryTake(bytes)) {
            wait();
            cancel.check();
        }
    }

    /** For what is already on its way and more than was announced. */
    synchronized void force(long bytes) {
        used += bytes;
    }

    synchronized void give(long bytes) {
        used -= bytes;
        notifyAll();
    }

    synchronized long used() {
        return used;
    }

    private synchronized void wake() {
        notifyAll();
    }
}
