package org.mailwain.ledger;

import java.time.Instant;
import java.util.List;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.batch.Pass;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;

/**
 * States of a batch and its mailboxes. Changes of state are durable when the call returns. To become what it is already
 * changes nothing. Only one process writes to a ledger, so an active state that is found after opening it was left by a
 * run that died: whoever opened the ledger lets the batch become Stopped and its mailboxes Queued, which the tables
 * allow from every active state.
 */
public interface BatchLedger {
    String name();

    BatchState state() throws FailureException;

    /** @throws FailureException {@link LedgerFailure#TRANSITION} where the table of states does not allow it */
    void become(BatchState next) throws FailureException;

    /**
     * Brings the batch in step with its list: new mailboxes are queued, those that left are not shown any more, and one
     * that comes back is in the state that it left in.
     */
    void enrol(List<Enrolment> mailboxes) throws FailureException;

    /**
     * @param failure why, or null
     * @throws FailureException {@link LedgerFailure#TRANSITION} where the table of states does not allow it, WRITE for
     *     a mailbox that was never enrolled
     */
    void become(MailboxKey mailbox, MailboxState next, Failure failure) throws FailureException;

    /**
     * Lets each of the mailboxes become one state after the other, none of them a failure, durable together: many
     * mailboxes cost one wait for the disk.
     *
     * @throws FailureException as for one mailbox; then nothing has changed
     */
    void become(List<MailboxKey> mailboxes, List<MailboxState> steps) throws FailureException;

    /**
     * The same as for one, for whoever works on the mailbox: only while its fence is current.
     *
     * @throws FailureException also {@link LedgerFailure#FENCED}
     */
    void become(MailboxLedger mailbox, MailboxState next, Failure failure) throws FailureException;

    /** A pass over the mailbox ended in a Synced or Completed state at that moment. */
    void synced(MailboxKey mailbox, Pass pass, Instant at) throws FailureException;

    /** In the order of enrolment. */
    List<MailboxEntry> mailboxes() throws FailureException;

    /** @param label the row's name for people */
    record Enrolment(MailboxKey key, String label) {}

    /**
     * @param failure why, where the state is a failure; else null
     * @param lastSynced end of the last good pass, or null
     * @param passes good passes so far
     */
    record MailboxEntry(
            MailboxKey key,
            String label,
            MailboxState state,
            Instant since,
            Failure failure,
            Instant lastSynced,
            int passes) {}
}
