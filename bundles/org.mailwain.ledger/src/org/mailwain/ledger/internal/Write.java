package org.mailwain.ledger.internal;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.mailwain.api.failure.FailureException;

/**
 * One wish to write. It may be carried out more than once, when the group that it was in fails and is repeated piece by
 * piece; only the last time counts.
 */
abstract class Write<T> {
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private final int weight;
    private T result;
    private FailureException refusal;

    /** @param entries that it holds in memory, for bounding the queue */
    Write(int entries) {
        this.weight = entries + 1;
    }

    /**
     * Inside the transaction, on the writer's thread.
     *
     * @throws FailureException to refuse, before anything was written
     */
    protected abstract T apply(Session session) throws SQLException, FailureException;

    /** After the transaction, before the future ends: makes what was learnt known. */
    protected void durable(T outcome) {
        // most have nothing to tell
    }

    final CompletableFuture<T> done() {
        return done;
    }

    final int weight() {
        return weight;
    }

    final void attempt(Session session) throws SQLException {
        refusal = null;
        result = null;
        try {
            result = apply(session);
        } catch (FailureException e) {
            refusal = e;
        }
    }

    final void committed() {
        if (refusal == null) {
            durable(result);
        }
    }

    final void complete() {
        if (refusal == null) {
            done.complete(result);
        } else {
            done.completeExceptionally(refusal);
        }
    }

    final void fail(FailureException failure) {
        done.completeExceptionally(failure);
    }
}
