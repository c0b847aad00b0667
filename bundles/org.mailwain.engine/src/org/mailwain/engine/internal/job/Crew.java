package org.mailwain.engine.internal.job;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelledException;

/**
 * Parts of a job on threads of their own. The first that fails stops the others; its failure counts, theirs follow from
 * it. Platform threads: connections hold monitors while they wait.
 */
public final class Crew {
    private final String name;
    private final Stop stop;
    private final List<CompletableFuture<?>> parts = new ArrayList<>();
    private Throwable first;

    public Crew(String name, Stop stop) {
        this.name = name;
        this.stop = stop;
    }

    /** Something that gives a value or fails. */
    @FunctionalInterface
    public interface Part<T> {
        T run() throws FailureException;
    }

    public <T> CompletableFuture<T> fork(String what, Part<T> part) {
        CompletableFuture<T> result = new CompletableFuture<>();
        parts.add(result);
        Thread.ofPlatform().name(name + " " + what).start(() -> {
            try {
                result.complete(part.run());
            } catch (FailureException | RuntimeException | Error e) {
                failed(e);
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private synchronized void failed(Throwable e) {
        if (first == null || first instanceof CancelledException) {
            first = e;
        }
        stop.now();
    }

    /** Waits for all parts. @throws FailureException of the part that failed first */
    public void join() throws FailureException {
        for (CompletableFuture<?> part : parts) {
            try {
                part.join();
            } catch (CompletionException e) {
                // told below, in the order of happening
            }
        }
        parts.clear();
        synchronized (this) {
            switch (first) {
                case null -> {
                    return;
                }
                case FailureException e -> throw e;
                case RuntimeException e -> throw e;
                case Error e -> throw e;
                default -> throw new IllegalStateException(first);
            }
        }
    }
}
