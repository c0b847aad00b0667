package org.mailwain.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.FolderLedger.NotedItem;
import org.mailwain.ledger.ItemNote;

/** The table of notes, one for an item at most. */
final class Notes {
    private static final int LONG = 250;
    private static final int SHORT = 100;

    private static final String PUT = "INSERT INTO note (pair, id, failure, subject, sender, header_date, received,"
            + " message_id, original, repair) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " ON CONFLICT (pair, id) DO UPDATE SET failure = excluded.failure, subject = excluded.subject,"
            + " sender = excluded.sender, header_date = excluded.header_date, received = excluded.received,"
            + " message_id = excluded.message_id, original = excluded.original, repair = excluded.repair";
    private static final String PAGE = "SELECT " + Items.COLUMNS
            + ", failure, subject, sender, header_date, received, message_id, original, repair"
            + " FROM note JOIN item ON item.pair = note.pair AND item.id = note.id"
            + " WHERE note.pair = ? AND note.id > ? ORDER BY note.id LIMIT ?";

    private Notes() {}

    static void put(Session session, long pair, ItemId id, ItemNote note) throws SQLException {
        session.update(
                PUT,
                pair,
                id.bytes(),
                Session.json(note.failure()),
                text(note.subject(), LONG),
                text(note.sender(), LONG),
                text(note.date(), SHORT),
                note.received(),
                text(note.messageId(), LONG),
                note.original().orElse(null),
                note.repair().orElse(null));
    }

    static void remove(Session session, long pair, ItemId id) throws SQLException {
        session.update("DELETE FROM note WHERE pair = ? AND id = ?", pair, id.bytes());
    }

    static void forget(Session session, long pair) throws SQLException {
        session.update("DELETE FROM note WHERE pair = ?", pair);
    }

    static List<NotedItem> page(Session session, long pair, byte[] after, int most) throws SQLException {
        List<NotedItem> page = new ArrayList<>();
        try (ResultSet row = session.query(PAGE, pair, after, most)) {
            while (row.next()) {
                page.add(new NotedItem(Items.entry(row), note(row)));
            }
        }
        return page;
    }

    private static ItemNote note(ResultSet row) throws SQLException {
        return new ItemNote(
                Session.failure(row, 12),
                row.getString(13),
                row.getString(14),
                row.getString(15),
                Session.moment(row, 16),
                row.getString(17),
                Optional.ofNullable(row.getString(18)),
                Optional.ofNullable(row.getString(19)));
    }

    /** Never longer than the contract says, and without U+0000, which databases do not take. */
    static String text(String value, int most) {
        if (value == null) {
            return "";
        }
        int end = Math.min(value.length(), most);
        if (end < value.length() && Character.isHighSurrogate(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(0, end).replace('\0', '\uFFFD');
    }
}
