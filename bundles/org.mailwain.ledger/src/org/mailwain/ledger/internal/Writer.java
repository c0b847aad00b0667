package org.mailwain.ledger.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. While a transaction is on its way to the disk the next wishes gather, and go together in
 * the next one: with many mailboxes at work a commit costs a share of one fsync.
 */
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    /**
     * A write that failed by itself is tried again. SQLite refuses a transaction that began by reading, without waiting,
     * where a reader holds the lock for writing: for a moment, when it met a half-written index of the log.
     */
    private static final int TRIES = 3;

    private final Database database;
    private final WriteQueue queue = new WriteQueue();
    private final Thread thread = new Thread(this::work, "ledger-writer");
    private final boolean holding;
    private final Fingerprints fingerprints = new Fingerprints();
    private Session session;

    /** @param holding whether it may write; else every write is refused */
    Writer(Database database, boolean holding) {
        this.database = database;
        this.holding = holding;
        thread.setDaemon(true);
        if (holding) {
            thread.start();
        }
    }

    /** Whether this process alone writes, so that what it knows cannot be changed behind its back. */
    boolean holding() {
        return holding;
    }

    /** Waits while too much is queued. */
    <T> CompletableFuture<T> hand(Write<T> write) {
        if (!holding) {
            return refuse(write);
        }
        try {
            queue.put(write, Thread.currentThread() != thread);
        } catch (CancelledException e) {
            write.fail(e);
        }
        return write.done();
    }

    /** For what was opened to be read. */
    <T> CompletableFuture<T> refuse(Write<T> write) {
        write.fail(LedgerFailure.WRITE.raise(database.location(), "opened for reading only"));
        return write.done();
    }

    /** Hands it in and waits until it is durable. */
    <T> T now(Write<T> write) throws FailureException {
        return await(hand(write));
    }

    <T> T await(CompletableFuture<T> future) throws FailureException {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("what follows a ledger's future must not wait for the ledger");
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailureException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void work() {
        List<Write<?>> group = queue.take();
        while (!group.isEmpty()) {
            carryOut(group);
            rest(group);
            group = queue.take();
        }
        discard();
    }

    private void carryOut(List<Write<?>> group) {
        carryOut(group, TRIES);
    }

    private void carryOut(List<Write<?>> group, int tries) {
        try {
            together(group);
        } catch (FailureException e) {
            discard();
            group.forEach(write -> write.fail(e));
        } catch (SQLException | RuntimeException e) {
            discard();
            if (group.size() > 1) {
                group.forEach(write -> carryOut(List.of(write)));
            } else if (e instanceof SQLException && tries > 1) {
                carryOut(group, tries - 1);
            } else {
                fail(group.getFirst(), e);
            }
        } catch (Error e) {
            discard();
            group.forEach(write -> fail(write, e));
        }
    }

    private void together(List<Write<?>> group) throws FailureException, SQLException {
        Session open = session();
        for (Write<?> write : group) {
            write.attempt(open);
        }
        open.connection().commit();
        group.forEach(Write::committed);
        for (Write<?> write : group) {
            write.complete();
        }
    }

    private Session session() throws FailureException {
        if (session == null) {
            session = new Session(database.writer(), database);
        }
        return session;
    }

    private void fail(Write<?> write, Throwable reason) {
        LOG.warn("a write to the ledger failed: {}", reason.toString());
        LOG.debug("a write to the ledger failed", reason);
        write.fail(
                reason instanceof SQLException problem
                        ? database.explain(problem)
                        : new FailureException(
                                LedgerFailure.WRITE.with(database.location(), reason.toString()), reason));
    }

    private void rest(List<Write<?>> group) {
        if (session != null) {
            try {
                fingerprints.tidy(
                        session, group.stream().mapToLong(Write::weight).sum());
                database.rest(session.connection(), queue.isEmpty());
            } catch (SQLException e) {
                LOG.info("the ledger could not be tidied: {}", e.toString());
                discard();
            }
        }
    }

    /** After an error nobody knows what the transaction holds: closing the connection takes it back. */
    private void discard() {
        if (session != null) {
            try {
                session.close();
            } catch (SQLException e) {
                LOG.debug("closing a broken connection", e);
            }
            session = null;
        }
    }

    /** What was handed in is written first. */
    @Override
    public void close() {
        queue.close();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
