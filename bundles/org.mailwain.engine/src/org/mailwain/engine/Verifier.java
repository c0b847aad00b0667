package org.mailwain.engine;

import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.progress.Progress;
import org.mailwain.ledger.Ledger;

/**
 * Compares a source mailbox with its target, folder by folder, whatever the ledger says; the ledger, where there is
 * one, only explains what is missing. Memory is bounded whatever the size of the folders. Thread-safe: several rows may
 * be verified at once.
 */
public final class Verifier {
    /** How much is compared. */
    public enum Depth {
        /** Counts, sizes and identities by header. */
        IDENTITY,
        /** Besides, SHA-256 of each message as served by both sides. */
        CONTENT
    }

    /** @param ledger null where there is none */
    public Verifier(
            Engine engine, Batch batch, Logins logins, Ledger ledger, Depth depth, Progress progress, Cancel cancel) {
    }

    /** @param sink hears of differences as they are found; failures of the mailbox are in the result */
    public MailboxVerdict verify(MailboxRow row, DifferenceSink sink) throws CancelledException {
        return null;
    }
}
