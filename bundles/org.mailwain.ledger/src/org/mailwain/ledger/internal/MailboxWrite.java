package org.mailwain.ledger.internal;

import java.sql.SQLException;
import org.mailwain.api.failure.FailureException;

/** A write to what belongs to a mailbox as a whole: while the fence is current. */
abstract class MailboxWrite extends Write<Void> {
    private final OpenMailbox mailbox;

    MailboxWrite(OpenMailbox mailbox, int entries) {
        super(entries);
        this.mailbox = mailbox;
    }

    protected abstract void change(Session session) throws SQLException;

    @Override
    protected final Void apply(Session session) throws SQLException, FailureException {
        Mailboxes.check(session, mailbox.numbers().mailbox(), mailbox.fence(), mailbox.key());
        change(session);
        return null;
    }
}
