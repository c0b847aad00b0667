package org.mailwain.engine.internal.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;

/**
 * Ends a job in two steps: at a cancel nothing new is begun ({@link #soft}), and what is under way has a short grace to
 * be answered before its connections are closed ({@link #hard}). The job itself may end both at once.
 */
public final class Stop implements AutoCloseable {
    private static final Duration GRACE = Duration.ofMillis(500);

    private final CancelSource soft = new CancelSource();
    private final CancelSource hard = new CancelSource();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Cancel.Registration registration;

    public Stop(Cancel wish) {
        this.registration = wish.onCancel(this::begin);
    }

    private void begin() {
        Thread.ofPlatform().daemon().name("stop").start(() -> {
            soft.request();
            try {
                done.await(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            hard.request();
        });
    }

    /** Nothing new is begun any more. */
    public Cancel soft() {
        return soft;
    }

    /** Connections are closed, waits end. */
    public Cancel hard() {
        return hard;
    }

    /** Ends everything now: something went wrong that no part can go on with. */
    public void now() {
        soft.request();
        hard.request();
    }

    @Override
    public void close() {
        done.countDown();
        registration.close();
    }
}
