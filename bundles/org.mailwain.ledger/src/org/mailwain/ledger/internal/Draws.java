package org.mailwain.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.ledger.Drawn;
import org.mailwain.ledger.MailboxKey;

/** What source mailboxes gave out, by the hour. Hours long gone are forgotten by the next write. */
final class Draws {
    private static final Duration KEPT = Duration.ofDays(3);

    private Draws() {}

    static List<Drawn> since(Session session, MailboxKey key, Instant since) throws SQLException {
        List<Drawn> all = new ArrayList<>();
        try (ResultSet row = session.query(
                "SELECT hour, bytes FROM drawn WHERE endpoint = ? AND mailbox = ? AND hour > ? ORDER BY hour",
                key.sourceEndpoint(),
                key.sourceMailbox(),
                since.minus(1, ChronoUnit.HOURS))) {
            while (row.next()) {
                all.add(new Drawn(Session.moment(row, 1), row.getLong(2)));
            }
        }
        return all;
    }

    static Write<Void> add(OpenMailbox mailbox, Instant now, long bytes) {
        MailboxKey key = mailbox.key();
        return new MailboxWrite(mailbox, 0) {
            @Override
            protected void change(Session session) throws SQLException {
                session.update(
                        "INSERT INTO drawn (endpoint, mailbox, hour, bytes) VALUES (?, ?, ?, ?)"
                                + " ON CONFLICT (endpoint, mailbox, hour) DO UPDATE SET bytes = drawn.bytes + excluded.bytes",
                        key.sourceEndpoint(),
                        key.sourceMailbox(),
                        now.truncatedTo(ChronoUnit.HOURS),
                        bytes);
                session.update(
                        "DELETE FROM drawn WHERE endpoint = ? AND mailbox = ? AND hour < ?",
                        key.sourceEndpoint(),
                        key.sourceMailbox(),
                        now.minus(KEPT));
            }
        };
    }
}
