package org.mailwain.engine;

import org.mailwain.api.batch.Pass;

/**
 * What one pass over a mailbox is to do.
 *
 * @param pass INITIAL and DELTA do the same work; the ledger knows what is left
 * @param retryFailed whether items that failed for good are tried again
 */
public record PassOptions(Pass pass, boolean retryFailed) {
    public static PassOptions of(Pass pass) {
        return new PassOptions(pass, false);
    }
}
