package org.mailwain.ledger;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;

/**
 * What has been copied, durable. Thread-safe: one writer, whose commits gather the wishes of all mailboxes into one
 * transaction; reads see what is committed. Every failure of it is a {@link LedgerFailure}.
 */
public interface Ledger extends AutoCloseable {
    /** The batch of that name, in state Created where it is new; kept from its first change on. */
    BatchLedger batch(String name) throws FailureException;

    List<String> batches() throws FailureException;

    /**
     * Takes a mailbox for writing, with a new fence: whoever held it before can write no more.
     *
     * @param holder for people: process and host
     */
    MailboxLedger take(MailboxKey mailbox, String holder) throws FailureException;

    /**
     * For reading only, by reports and verification: every write to it fails with {@link LedgerFailure#WRITE}. Empty
     * where the mailbox is not known.
     */
    Optional<MailboxLedger> read(MailboxKey mailbox) throws FailureException;

    /** Writes what was handed in, and gives up the right to write. */
    @Override
    void close();
}
