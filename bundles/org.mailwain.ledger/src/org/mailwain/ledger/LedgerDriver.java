package org.mailwain.ledger;

import java.util.Optional;
import org.mailwain.api.failure.FailureException;

/** Opens ledgers of one kind of database. A service. */
public interface LedgerDriver {
    /** The word for it in settings: {@code sqlite}, {@code postgresql}. */
    String id();

    /**
     * Opens a ledger for writing, which one process at a time may, and makes or migrates its schema.
     *
     * @param location a folder of the project (sqlite) or a JDBC URL without a secret (postgresql)
     * @throws FailureException {@link LedgerFailure}: held by another process (LOCKED), not there, broken, made by a
     *     newer version, on a network drive, disk full
     */
    Ledger open(String location) throws FailureException;

    /**
     * Opens a ledger for reading only, while another process may be writing; every write to it fails with
     * {@link LedgerFailure#WRITE}.
     *
     * @return empty where there is none yet
     */
    Optional<Ledger> openToRead(String location) throws FailureException;
}
