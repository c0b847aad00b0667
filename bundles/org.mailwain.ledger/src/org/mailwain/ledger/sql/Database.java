package org.mailwain.ledger.sql;

import java.sql.Connection;
import java.sql.SQLException;
import org.mailwain.api.failure.FailureException;

/**
 * What a driver gives: connections to one database, its dialect, and what its errors mean. {@link SqlLedger} does the
 * rest. Thread-safe but for {@link #writer()} and {@link #rest}, which one thread calls.
 */
public interface Database extends AutoCloseable {
    /** How failures name it, without a secret. */
    String location();

    /** Whether {@link #create} ever ended well here. */
    boolean exists() throws FailureException;

    /**
     * Takes the right to write, until {@link #close()}.
     *
     * @throws FailureException {@link org.mailwain.ledger.LedgerFailure#LOCKED} where somebody else has it
     */
    void hold() throws FailureException;

    /** Makes the database, {@link #hold held}: nothing of it is there before all of the work is done. */
    void create(Work schema) throws FailureException;

    /** A connection that may write, {@link #hold held}, without automatic commit. */
    Connection writer() throws FailureException;

    /** A connection that reads what is committed, with automatic commit; many may be open beside the writer. */
    Connection reader() throws FailureException;

    /**
     * Puts in its own words what differs between databases: <code>{bytes}</code> for the type of byte strings,
     * <code>{clustered}</code> after a table that is kept in the order of its primary key, <code>{locked}</code> after
     * a query whose rows nobody else may change before this transaction ends.
     */
    String dialect(String sql);

    /** What an error means: {@link org.mailwain.ledger.LedgerFailure#DISK_FULL}, CORRUPT, OPEN, else WRITE. */
    FailureException explain(SQLException problem);

    /**
     * Called between transactions, with results already reported.
     *
     * @param idle nobody waits to write
     */
    void rest(Connection writer, boolean idle) throws SQLException;

    /** Every connection is closed by then. */
    @Override
    void close();

    /** Something to do on a connection. */
    @FunctionalInterface
    interface Work {
        void on(Connection connection) throws SQLException;
    }
}
