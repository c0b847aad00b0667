package org.mailwain.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Mark;
import org.mailwain.ledger.Intent;

/** The table of open intents. */
final class Intents {
    private static final String OPEN = "SELECT i.number, i.fence, p.source, f.path, i.epoch, i.next, i.attempt,"
            + " i.written, i.items FROM intent i JOIN pair p ON p.id = i.pair"
            + " JOIN target_folder f ON f.id = p.target_folder WHERE i.target_mailbox = ?";
    private static final String ALL = OPEN + " ORDER BY i.number";
    private static final String OWN = OPEN + " AND i.mailbox = ? ORDER BY i.number";

    private Intents() {}

    static void put(Session session, Mailboxes.Numbers numbers, long pair, Intent intent, byte[] items)
            throws SQLException {
        session.update(
                "INSERT INTO intent (number, mailbox, pair, target_mailbox, fence, epoch, next, attempt, written,"
                        + " items) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                intent.number(),
                numbers.mailbox(),
                pair,
                numbers.target(),
                intent.fence(),
                intent.mark().epoch().value(),
                intent.mark().next(),
                intent.attempt(),
                intent.at(),
                items);
    }

    /** @return the pair that it was written for; 0 where no such intent into this target mailbox is open */
    static long close(Session session, long targetMailbox, long number) throws SQLException {
        long pair;
        try (ResultSet row = session.query(
                "SELECT pair FROM intent WHERE number = ? AND target_mailbox = ?", number, targetMailbox)) {
            if (!row.next()) {
                return 0;
            }
            pair = row.getLong(1);
        }
        session.update("DELETE FROM intent WHERE number = ?", number);
        return pair;
    }

    static void forget(Session session, long targetMailbox, long pair) throws SQLException {
        session.update("DELETE FROM intent WHERE target_mailbox = ? AND pair = ?", targetMailbox, pair);
    }

    static List<Intent> open(Session session, long targetMailbox) throws SQLException {
        try (ResultSet row = session.query(ALL, targetMailbox)) {
            return intents(row);
        }
    }

    static List<Intent> own(Session session, Mailboxes.Numbers numbers) throws SQLException {
        try (ResultSet row = session.query(OWN, numbers.target(), numbers.mailbox())) {
            return intents(row);
        }
    }

    private static List<Intent> intents(ResultSet row) throws SQLException {
        List<Intent> intents = new ArrayList<>();
        while (row.next()) {
            intents.add(new Intent(
                    row.getLong(1),
                    row.getLong(2),
                    Paths.decode(row.getString(3)),
                    Paths.decode(row.getString(4)),
                    new Mark(new Epoch(row.getString(5)), row.getLong(6)),
                    row.getInt(7),
                    Session.moment(row, 8),
                    Packed.unpack(row.getBytes(9))));
        }
        return intents;
    }
}
