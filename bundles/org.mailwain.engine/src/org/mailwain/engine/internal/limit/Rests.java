package org.mailwain.engine.internal.limit;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;

/** Lets time pass; cancel ends it at once. */
@FunctionalInterface
public interface Rests {
    void rest(Duration time, Cancel cancel) throws CancelledException;

    /** Nanoseconds since some moment, for measuring; no setting of a clock moves them. */
    default long nanos() {
        return System.nanoTime();
    }

    /** By the machine's clock. */
    Rests REAL = (time, cancel) -> {
        CountDownLatch ended = new CountDownLatch(1);
        Cancel.Registration waking = cancel.onCancel(ended::countDown);
        try {
            ended.await(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
            cancel.check();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            waking.close();
        }
    };
}
