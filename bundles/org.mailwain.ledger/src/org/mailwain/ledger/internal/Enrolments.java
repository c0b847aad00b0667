package org.mailwain.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.ledger.BatchLedger.Enrolment;
import org.mailwain.ledger.MailboxKey;

/** Batches and the mailboxes in them. */
final class Enrolments {
    private static final String PUT =
            "INSERT INTO batch_mailbox (batch, mailbox, position, label, state, since, passes)"
                    + " VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT (batch, mailbox) DO UPDATE SET"
                    + " position = excluded.position, label = excluded.label";

    /** @param state of the mailbox in that batch */
    record Row(long batch, long mailbox, MailboxState state) {}

    private Enrolments() {}

    /** The number of the batch, made where it is new. */
    static long batch(Session session, String name, Instant now) throws SQLException {
        try (ResultSet row = session.query("SELECT id FROM batch WHERE name = ?", name)) {
            if (row.next()) {
                return row.getLong(1);
            }
        }
        long id = session.next("batch");
        session.update(
                "INSERT INTO batch (id, name, state, since) VALUES (?, ?, ?, ?)",
                id,
                name,
                BatchState.CREATED.label(),
                now);
        return id;
    }

    static void enrol(Session session, long batch, List<Enrolment> mailboxes, Instant now) throws SQLException {
        session.update("UPDATE batch_mailbox SET position = NULL WHERE batch = ?", batch);
        int position = 0;
        for (Enrolment mailbox : mailboxes) {
            session.update(
                    PUT,
                    batch,
                    Mailboxes.obtain(session, mailbox.key()).mailbox(),
                    position++,
                    Notes.text(mailbox.label(), 1000),
                    MailboxState.QUEUED.label(),
                    now);
        }
    }

    static Row find(Session session, String batch, MailboxKey key) throws SQLException {
        Mailboxes.Numbers numbers = Mailboxes.find(session, key);
        if (numbers != null) {
            try (ResultSet row = session.query(
                    "SELECT b.batch, b.state FROM batch_mailbox b JOIN batch ON batch.id = b.batch"
                            + " WHERE batch.name = ? AND b.mailbox = ?",
                    batch,
                    numbers.mailbox())) {
                if (row.next()) {
                    return new Row(row.getLong(1), numbers.mailbox(), States.mailbox(row.getString(2)));
                }
            }
        }
        throw new IllegalArgumentException(key.targetMailbox() + " was never enrolled in " + batch);
    }
}
