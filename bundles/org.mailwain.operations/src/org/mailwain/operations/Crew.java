package org.mailwain.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelledException;

/** Does the same for many, several at a time, and tells the results in the order in which they were given. */
final class Crew {
    /** Work on one of them. */
    @FunctionalInterface
    interface Work<T, R> {
        R on(T one) throws FailureException;
    }

    /** Takes results, on the calling thread. */
    @FunctionalInterface
    interface Sink<R> {
        void accept(R result) throws FailureException;
    }

    private Crew() {}

    /** @param hands threads at most */
    static <T, R> void each(List<T> all, int hands, Work<T, R> work, Sink<? super R> sink) throws FailureException {
        ExecutorService threads = Executors.newFixedThreadPool(
                Math.max(1, Math.min(hands, all.size())),
                Thread.ofPlatform().name("mailbox-", 1).daemon().factory());
        try {
            List<Future<R>> results = new ArrayList<>();
            for (T one : all) {
                results.add(threads.submit(() -> work.on(one)));
            }
            for (Future<R> result : results) {
                sink.accept(result.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
