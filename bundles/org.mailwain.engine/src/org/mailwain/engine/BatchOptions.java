package org.mailwain.engine;

import java.util.Set;

/**
 * What one run over a batch is to do.
 *
 * @param only labels of the mailboxes to work on; empty takes all
 * @param complete whether this is the last pass before cut-over (Completing, Completed)
 * @param retryFailed whether items that failed for good are tried again
 * @param holder who runs, for people who find the ledger taken: process and host
 */
public record BatchOptions(Set<String> only, boolean complete, boolean retryFailed, String holder) {
    public BatchOptions {
        only = Set.copyOf(only);
    }

    public static BatchOptions all(String holder) {
        return new BatchOptions(Set.of(), false, false, holder);
    }
}
