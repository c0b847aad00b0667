package org.mailwain.ledger.internal;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.sql.Database;

/** A few connections for reading, shared by all threads. */
final class Readers implements AutoCloseable {
    private static final int MOST = 4;

    /** Reads something; no transaction outlives it. */
    @FunctionalInterface
    interface Read<T> {
        T on(Session session) throws SQLException;
    }

    private final Database database;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<Session> idle = new ArrayDeque<>();
    private boolean closed;

    Readers(Database database) {
        this.database = database;
    }

    <T> T read(Read<T> read) throws FailureException {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
        try {
            Session session = borrow();
            boolean whole = false;
            try {
                T result = read.on(session);
                whole = true;
                return result;
            } finally {
                giveBack(session, whole);
            }
        } catch (SQLException e) {
            throw database.explain(e);
        } catch (UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new FailureException(LedgerFailure.CORRUPT.with(database.location(), e.toString()), e);
        } finally {
            free.release();
        }
    }

    private Session borrow() throws FailureException {
        synchronized (idle) {
            if (closed) {
                throw new IllegalStateException("the ledger is closed");
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return new Session(database.reader(), database);
    }

    private void giveBack(Session session, boolean whole) throws SQLException {
        synchronized (idle) {
            if (whole && !closed) {
                idle.push(session);
                return;
            }
        }
        session.close();
    }

    /** Waits for reads that are going on. */
    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
        }
        free.acquireUninterruptibly(MOST);
        for (Session session : idle) {
            try {
                session.close();
            } catch (SQLException e) {
                // It only read: nothing is lost.
            }
        }
        idle.clear();
        free.release(MOST);
    }
}
