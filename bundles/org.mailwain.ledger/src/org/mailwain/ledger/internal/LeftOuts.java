package org.mailwain.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.ledger.LeftOut;

/** The table of source folders that are left out. */
final class LeftOuts {
    private LeftOuts() {}

    static List<LeftOut> all(Session session, long mailbox) throws SQLException {
        List<LeftOut> all = new ArrayList<>();
        try (ResultSet row = session.query(
                "SELECT source, items, reason FROM left_out WHERE mailbox = ? ORDER BY source", mailbox)) {
            while (row.next()) {
                all.add(new LeftOut(Paths.decode(row.getString(1)), row.getLong(2), Session.failure(row, 3)));
            }
        }
        return all;
    }

    /** In place of those that stand there. */
    static Write<Void> put(OpenMailbox mailbox, List<LeftOut> folders) {
        return new MailboxWrite(mailbox, folders.size()) {
            @Override
            protected void change(Session session) throws SQLException {
                long number = mailbox.numbers().mailbox();
                session.update("DELETE FROM left_out WHERE mailbox = ?", number);
                for (LeftOut folder : folders) {
                    session.update(
                            "INSERT INTO left_out (mailbox, source, items, reason) VALUES (?, ?, ?, ?)",
                            number,
                            Paths.encode(folder.folder()),
                            folder.items(),
                            Session.json(folder.reason()));
                }
            }
        };
    }
}
