package org.mailwain.engine.internal.job;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;

/**
 * Watches what was handed to the ledger without being waited for: the first failure ends the job at the next look.
 * Thread-safe.
 */
public final class Durable {
    private volatile Throwable trouble;

    public CompletableFuture<Void> watch(CompletableFuture<Void> write) {
        return write.whenComplete((done, e) -> {
            if (e != null && trouble == null) {
                trouble = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            }
        });
    }

    /** @throws FailureException of the first write that failed */
    public void check() throws FailureException {
        Throwable e = trouble;
        if (e != null) {
            rethrow(e);
        }
    }

    /** Waits for one write. */
    public void await(CompletableFuture<Void> write, Cancel cancel) throws FailureException {
        while (true) {
            cancel.check();
            try {
                write.get(100, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                check();
            } catch (ExecutionException e) {
                rethrow(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException();
            }
        }
    }

    /** A new exception each time, so that the thread that meets it shows in the log. */
    private static void rethrow(Throwable e) throws FailureException {
        switch (e) {
            case FailureException failed -> throw new FailureException(failed.failure(), failed);
            case RuntimeException bug -> throw bug;
            case Error bug -> throw bug;
            default -> throw new IllegalStateException(e);
        }
    }
}
