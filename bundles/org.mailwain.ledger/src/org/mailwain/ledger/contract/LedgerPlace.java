package org.mailwain.ledger.contract;

import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LedgerDriver;

/** Where the ledgers of a test lie. */
public interface LedgerPlace {
    LedgerDriver driver();

    /** The same all through one test, and empty at its beginning. */
    String location();

    default Ledger open() throws FailureException {
        return driver().open(location());
    }
}
