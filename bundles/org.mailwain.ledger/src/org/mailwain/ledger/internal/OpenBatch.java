package org.mailwain.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.batch.Pass;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.BatchLedger;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.ledger.MailboxLedger;

/** One batch. Its row is made by the first write. */
final class OpenBatch implements BatchLedger {
    private static final String MAILBOXES = "SELECT m.source_endpoint, m.source_mailbox, t.endpoint, t.mailbox,"
            + " b.label, b.state, b.since, b.failure, b.last_synced, b.passes FROM batch_mailbox b"
            + " JOIN batch ON batch.id = b.batch JOIN mailbox m ON m.id = b.mailbox"
            + " JOIN target_mailbox t ON t.id = m.target_mailbox"
            + " WHERE batch.name = ? AND b.position IS NOT NULL ORDER BY b.position";

    private final Core core;
    private final String name;

    OpenBatch(Core core, String name) {
        this.core = core;
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public BatchState state() throws FailureException {
        return core.readers().read(this::state);
    }

    private BatchState state(Session session) throws SQLException {
        try (ResultSet row = session.query("SELECT state FROM batch WHERE name = ?", name)) {
            return row.next() ? States.batch(row.getString(1)) : BatchState.CREATED;
        }
    }

    @Override
    public void become(BatchState next) throws FailureException {
        core.writer().now(new Write<Void>(0) {
            @Override
            protected Void apply(Session session) throws SQLException, FailureException {
                BatchState now = state(session);
                if (now != next && !now.mayBecome(next)) {
                    throw LedgerFailure.TRANSITION.raise(name, now.label(), next.label());
                }
                if (now != next) {
                    session.update(
                            "UPDATE batch SET state = ?, since = ? WHERE id = ?",
                            next.label(),
                            core.clock().instant(),
                            Enrolments.batch(session, name, core.clock().instant()));
                }
                return null;
            }
        });
    }

    @Override
    public void enrol(List<Enrolment> mailboxes) throws FailureException {
        List<Enrolment> list = List.copyOf(mailboxes);
        core.writer().now(new Write<Void>(list.size()) {
            @Override
            protected Void apply(Session session) throws SQLException {
                Instant now = core.clock().instant();
                Enrolments.enrol(session, Enrolments.batch(session, name, now), list, now);
                return null;
            }
        });
    }

    @Override
    public void become(MailboxKey mailbox, MailboxState next, Failure failure) throws FailureException {
        become(mailbox, 0, next, failure);
    }

    @Override
    public void become(MailboxLedger mailbox, MailboxState next, Failure failure) throws FailureException {
        if (mailbox.fence() == 0) {
            throw new IllegalArgumentException("a mailbox that is only read has no fence");
        }
        become(mailbox.key(), mailbox.fence(), next, failure);
    }

    @Override
    public void become(List<MailboxKey> mailboxes, List<MailboxState> steps) throws FailureException {
        List<MailboxKey> all = List.copyOf(mailboxes);
        List<MailboxState> states = List.copyOf(steps);
        core.writer().now(new Write<Void>(all.size()) {
            @Override
            protected Void apply(Session session) throws SQLException, FailureException {
                List<Enrolments.Row> rows = new ArrayList<>(all.size());
                for (MailboxKey mailbox : all) {
                    Enrolments.Row row = Enrolments.find(session, name, mailbox);
                    check(mailbox, row.state(), states);
                    rows.add(row);
                }
                for (Enrolments.Row row : rows) {
                    put(session, row, states.getLast(), null);
                }
                return null;
            }
        });
    }

    private void become(MailboxKey mailbox, long fence, MailboxState next, Failure failure) throws FailureException {
        core.writer().now(new Write<Void>(0) {
            @Override
            protected Void apply(Session session) throws SQLException, FailureException {
                Enrolments.Row row = Enrolments.find(session, name, mailbox);
                if (fence != 0) {
                    Mailboxes.check(session, row.mailbox(), fence, mailbox);
                }
                check(mailbox, row.state(), List.of(next));
                put(session, row, next, failure);
                return null;
            }
        });
    }

    private static void check(MailboxKey mailbox, MailboxState from, List<MailboxState> steps) throws FailureException {
        MailboxState now = from;
        for (MailboxState next : steps) {
            if (now != next && !now.mayBecome(next)) {
                throw LedgerFailure.TRANSITION.raise(mailbox.targetMailbox(), now.label(), next.label());
            }
            now = next;
        }
    }

    private void put(Session session, Enrolments.Row row, MailboxState next, Failure failure) throws SQLException {
        session.update(
                "UPDATE batch_mailbox SET state = ?, failure = ?, since = CASE WHEN state = ? THEN since ELSE"
                        + " ? END WHERE batch = ? AND mailbox = ?",
                next.label(),
                Session.json(failure),
                next.label(),
                core.clock().instant(),
                row.batch(),
                row.mailbox());
    }

    @Override
    public void synced(MailboxKey mailbox, Pass pass, Instant at) throws FailureException {
        core.writer().now(new Write<Void>(0) {
            @Override
            protected Void apply(Session session) throws SQLException {
                Enrolments.Row row = Enrolments.find(session, name, mailbox);
                session.update(
                        "UPDATE batch_mailbox SET last_synced = ?, passes = passes + 1 WHERE batch = ? AND mailbox = ?",
                        at,
                        row.batch(),
                        row.mailbox());
                return null;
            }
        });
    }

    @Override
    public List<MailboxEntry> mailboxes() throws FailureException {
        return core.readers().read(session -> {
            List<MailboxEntry> entries = new ArrayList<>();
            try (ResultSet row = session.query(MAILBOXES, name)) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        });
    }

    private static MailboxEntry entry(ResultSet row) throws SQLException {
        return new MailboxEntry(
                new MailboxKey(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                row.getString(5),
                States.mailbox(row.getString(6)),
                Session.moment(row, 7),
                Session.failure(row, 8),
                Session.moment(row, 9),
                row.getInt(10));
    }
}
