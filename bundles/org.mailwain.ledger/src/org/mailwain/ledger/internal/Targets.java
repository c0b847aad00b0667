package org.mailwain.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.Mark;
import org.mailwain.ledger.TargetFolder;

/** Target mailboxes and their folders. */
final class Targets {
    private static final String FOLDERS = "SELECT f.path, f.epoch, f.next, f.standing, f.not_ours,"
            + " COALESCE(SUM(p.appended), 0), COALESCE(SUM(p.recognised_there), 0)"
            + " FROM target_folder f LEFT JOIN pair p ON p.target_folder = f.id WHERE f.target_mailbox = ?";
    private static final String GROUPED = " GROUP BY f.id, f.path, f.epoch, f.next, f.standing, f.not_ours";
    private static final String ALL = FOLDERS + GROUPED + " ORDER BY f.id";
    private static final String ONE = FOLDERS + " AND f.path = ?" + GROUPED;

    private Targets() {}

    /** The number of the target mailbox, made where it is new. */
    static long mailbox(Session session, String endpoint, String mailbox) throws SQLException {
        try (ResultSet row =
                session.query("SELECT id FROM target_mailbox WHERE endpoint = ? AND mailbox = ?", endpoint, mailbox)) {
            if (row.next()) {
                return row.getLong(1);
            }
        }
        long id = session.next("target_mailbox");
        session.update("INSERT INTO target_mailbox (id, endpoint, mailbox) VALUES (?, ?, ?)", id, endpoint, mailbox);
        return id;
    }

    /** The number of the target folder, 0 where it is not known. */
    static long folder(Session session, long targetMailbox, String path) throws SQLException {
        try (ResultSet row = session.query(
                "SELECT id FROM target_folder WHERE target_mailbox = ? AND path = ?", targetMailbox, path)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static long make(Session session, long targetMailbox, String path) throws SQLException {
        long id = session.next("target_folder");
        session.update(
                "INSERT INTO target_folder (id, target_mailbox, path, next, standing, not_ours) VALUES (?, ?, ?, 0,"
                        + " -1, 0)",
                id,
                targetMailbox,
                path);
        return id;
    }

    /** Sets the mark, and tells whether it belongs to another epoch than the one before. */
    static boolean expect(Session session, long folder, Mark mark) throws SQLException {
        String before;
        try (ResultSet row = session.query("SELECT epoch FROM target_folder WHERE id = ?", folder)) {
            row.next();
            before = row.getString(1);
        }
        session.update(
                "UPDATE target_folder SET epoch = ?, next = ? WHERE id = ?",
                mark.epoch().value(),
                mark.next(),
                folder);
        return before != null && !before.equals(mark.epoch().value());
    }

    static void standing(Session session, long folder, long standing, long notOurs) throws SQLException {
        session.update("UPDATE target_folder SET standing = ?, not_ours = ? WHERE id = ?", standing, notOurs, folder);
    }

    static List<TargetFolder> folders(Session session, long targetMailbox) throws SQLException {
        try (ResultSet row = session.query(ALL, targetMailbox)) {
            return folders(row);
        }
    }

    static List<TargetFolder> folders(Session session, long targetMailbox, FolderPath path) throws SQLException {
        try (ResultSet row = session.query(ONE, targetMailbox, Paths.encode(path))) {
            return folders(row);
        }
    }

    private static List<TargetFolder> folders(ResultSet row) throws SQLException {
        List<TargetFolder> folders = new ArrayList<>();
        while (row.next()) {
            String epoch = row.getString(2);
            folders.add(new TargetFolder(
                    Paths.decode(row.getString(1)),
                    epoch == null ? null : new Mark(new Epoch(epoch), row.getLong(3)),
                    row.getLong(4),
                    row.getLong(6),
                    row.getLong(7),
                    row.getLong(5)));
        }
        return folders;
    }
}
