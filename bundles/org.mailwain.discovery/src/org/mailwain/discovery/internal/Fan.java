package org.mailwain.discovery.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;

/** Does the same for several at once, within a time limit for all together. */
final class Fan {
    private static final long BEAT_MILLIS = 100;

    private final Cancel cancel;
    private final Duration limit;

    Fan(Cancel cancel, Duration limit) {
        this.cancel = cancel;
        this.limit = limit;
    }

    /**
     * @param late what stands for one that is not done in time
     * @return in the order of what was given
     */
    <T, R> List<R> each(List<T> all, Function<T, R> work, Function<T, R> late) throws CancelledException {
        long end = System.nanoTime() + limit.toNanos();
        // a virtual thread that waits in a socket ends when it is interrupted
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<R>> futures = new ArrayList<>();
            all.forEach(one -> futures.add(threads.submit(() -> work.apply(one))));
            List<R> results = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                R result = result(futures.get(i), end);
                results.add(result == null ? late.apply(all.get(i)) : result);
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Null where it is not done in time. */
    private <R> R result(Future<R> future, long end) throws CancelledException {
        while (true) {
            cancel.check();
            try {
                return future.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (System.nanoTime() > end) {
                    return null;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
