package org.mailwain.ledger.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.mailwain.api.failure.FailureException;

/** The writes of one mailbox that are on their way, and the first failure among those that ended. */
final class Pending {
    private final Map<Long, CompletableFuture<?>> writes = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicReference<Throwable> first = new AtomicReference<>();

    <T> CompletableFuture<T> watch(CompletableFuture<T> write) {
        long number = numbers.incrementAndGet();
        CompletableFuture<Void> watched = write.handle((result, failure) -> {
            first.compareAndSet(null, failure);
            writes.remove(number);
            return null;
        });
        writes.put(number, watched);
        if (watched.isDone()) {
            writes.remove(number);
        }
        return write;
    }

    void flush(Writer writer) throws FailureException {
        for (CompletableFuture<?> write : List.copyOf(writes.values())) {
            writer.await(write);
        }
        Throwable failure = first.getAndSet(null);
        if (failure instanceof FailureException known) {
            throw known;
        }
    }
}
