package org.mailwain.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.MailboxKey;

/** The table of mailboxes, and their fences. */
final class Mailboxes {
    private static final String FIND = "SELECT m.id, m.target_mailbox FROM mailbox m"
            + " JOIN target_mailbox t ON t.id = m.target_mailbox"
            + " WHERE t.endpoint = ? AND t.mailbox = ? AND m.source_endpoint = ? AND m.source_mailbox = ?";

    /** Numbers of a mailbox and its target mailbox. */
    record Numbers(long mailbox, long target) {}

    private Mailboxes() {}

    /** The numbers, or null. */
    static Numbers find(Session session, MailboxKey key) throws SQLException {
        try (ResultSet row = session.query(
                FIND, key.targetEndpoint(), key.targetMailbox(), key.sourceEndpoint(), key.sourceMailbox())) {
            return row.next() ? new Numbers(row.getLong(1), row.getLong(2)) : null;
        }
    }

    static Numbers obtain(Session session, MailboxKey key) throws SQLException {
        Numbers known = find(session, key);
        if (known != null) {
            return known;
        }
        long target = Targets.mailbox(session, key.targetEndpoint(), key.targetMailbox());
        long id = session.next("mailbox");
        session.update(
                "INSERT INTO mailbox (id, target_mailbox, source_endpoint, source_mailbox, fence, holder, folders)"
                        + " VALUES (?, ?, ?, ?, 0, '', 0)",
                id,
                target,
                key.sourceEndpoint(),
                key.sourceMailbox());
        return new Numbers(id, target);
    }

    /** A fence higher than any before in this ledger. */
    static long fence(Session session, long mailbox, String holder) throws SQLException {
        long fence = session.next("fence");
        session.update("UPDATE mailbox SET fence = ?, holder = ? WHERE id = ?", fence, holder, mailbox);
        return fence;
    }

    /** @throws FailureException FENCED where somebody took the mailbox since */
    static void check(Session session, long mailbox, long fence, MailboxKey key) throws SQLException, FailureException {
        try (ResultSet row = session.query("SELECT fence, holder FROM mailbox WHERE id = ?{locked}", mailbox)) {
            boolean known = row.next();
            if (!known || row.getLong(1) != fence) {
                throw LedgerFailure.FENCED.raise(key.targetMailbox(), known ? row.getString(2) : "");
            }
        }
    }
}
