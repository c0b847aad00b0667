package org.mailwain.ledger.sql;

import java.time.Clock;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.internal.OpenLedger;

/** The ledger on top of a database, for drivers. */
public final class SqlLedger {
    private SqlLedger() {}

    /**
     * Holds it, makes or migrates its schema, and opens it. Closing the ledger closes the database.
     *
     * @throws FailureException {@link org.mailwain.ledger.LedgerFailure}; the database is left open
     */
    public static Ledger open(Database database, Clock clock) throws FailureException {
        return OpenLedger.open(database, clock);
    }

    /** Opens one that exists and is not {@link #isOld old}: every write to it is refused. */
    public static Ledger openToRead(Database database) {
        return OpenLedger.openToRead(database);
    }

    /**
     * Whether an existing database has to be migrated before it can be read.
     *
     * @throws FailureException also NEWER
     */
    public static boolean isOld(Database database) throws FailureException {
        return OpenLedger.isOld(database);
    }
}
