package org.mailwain.ledger.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.ItemEntry;

/** The table of items. */
final class Items {
    static final String COLUMNS =
            "item.id, outcome, marks, target, size, fingerprint, sha256, flags, retryable, attempts, gone";

    /** Before the first id: none is shorter. */
    static final byte[] START = {};

    /** Values of {@code gone} of items that left: nothing was decided about their copies, or they stay on the target. */
    static final int UNDECIDED = 1;

    static final int KEPT = 2;

    /** The copy was taken away. */
    private static final int OFF_TARGET = 3;

    private static final int AT_ONCE = 500;
    private static final String LEAVERS =
            "SELECT " + COLUMNS + " FROM item WHERE pair = ? AND gone = ? AND gone > 0 AND id > ? ORDER BY id LIMIT ?";
    private static final String KEEP = "UPDATE item SET gone = ? WHERE pair = ? AND gone = ? AND gone > 0";
    private static final String INSERT =
            "INSERT INTO item (pair, id, outcome, marks, target, size, fingerprint, sha256,"
                    + " flags, retryable, attempts, gone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (pair, id) DO NOTHING";
    private static final String UPDATE = "UPDATE item SET outcome = ?, marks = ?, target = ?, size = ?, fingerprint ="
            + " ?, sha256 = ?, flags = ?, retryable = ?, attempts = ?, gone = ? WHERE pair = ? AND id = ?";
    private static final String SOME =
            "SELECT " + COLUMNS + " FROM item WHERE pair = ? AND id IN (" + Session.PLACES + ")";
    private static final String PAGE = "SELECT " + COLUMNS + " FROM item WHERE pair = ? AND id > ? ORDER BY id LIMIT ?";

    private Items() {}

    /** @return for each result whether its item was not there before */
    static boolean[] insert(Session session, long pair, List<Result> results) throws SQLException {
        boolean[] fresh = new boolean[results.size()];
        PreparedStatement insert = session.prepare(INSERT);
        for (int from = 0; from < results.size(); from += AT_ONCE) {
            int to = Math.min(results.size(), from + AT_ONCE);
            for (Result result : results.subList(from, to)) {
                insert.setLong(1, pair);
                insert.setBytes(2, result.entry().id().bytes());
                bind(insert, 3, result.entry());
                insert.addBatch();
            }
            int[] changed = insert.executeBatch();
            for (int i = from; i < to; i++) {
                fresh[i] = changed[i - from] != 0 && changed[i - from] != Statement.EXECUTE_FAILED;
            }
        }
        return fresh;
    }

    /** Replaces entries, in this order. */
    static void update(Session session, long pair, List<ItemEntry> entries) throws SQLException {
        PreparedStatement update = session.prepare(UPDATE);
        for (int from = 0; from < entries.size(); from += AT_ONCE) {
            for (ItemEntry entry : entries.subList(from, Math.min(entries.size(), from + AT_ONCE))) {
                bind(update, 1, entry);
                update.setLong(11, pair);
                update.setBytes(12, entry.id().bytes());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void bind(PreparedStatement statement, int first, ItemEntry entry) throws SQLException {
        statement.setInt(first, Codes.of(entry.outcome()));
        statement.setInt(first + 1, Codes.of(entry.marks()));
        statement.setBytes(
                first + 2, entry.target() == null ? null : entry.target().bytes());
        statement.setLong(first + 3, entry.size());
        statement.setBytes(
                first + 4,
                entry.fingerprint() == null ? null : entry.fingerprint().bytes());
        statement.setBytes(first + 5, entry.sha256());
        statement.setInt(first + 6, entry.flagsDigest());
        statement.setInt(first + 7, entry.retryable() ? 1 : 0);
        statement.setInt(first + 8, entry.attempts());
        statement.setInt(first + 9, !entry.left() ? 0 : entry.isOffTarget() ? OFF_TARGET : UNDECIDED);
    }

    /** Those that left and whose copies may stand on the target, in one state, after an id. */
    static List<ItemEntry> leavers(Session session, long pair, int gone, byte[] after, int most) throws SQLException {
        List<ItemEntry> page = new ArrayList<>();
        try (ResultSet row = session.query(LEAVERS, pair, gone, after, most)) {
            while (row.next()) {
                page.add(entry(row));
            }
        }
        return page;
    }

    static void keepLeavers(Session session, long pair) throws SQLException {
        session.update(KEEP, KEPT, pair, UNDECIDED);
    }

    static Map<ItemId, ItemEntry> find(Session session, long pair, List<ItemId> ids) throws SQLException {
        Map<ItemId, ItemEntry> found = HashMap.newHashMap(ids.size());
        List<byte[]> keys = new ArrayList<>(ids.size());
        ids.forEach(id -> keys.add(id.bytes()));
        session.slices(SOME, pair, keys, row -> {
            ItemEntry entry = entry(row);
            found.put(entry.id(), entry);
        });
        return found;
    }

    static List<ItemEntry> page(Session session, long pair, byte[] after, int most) throws SQLException {
        List<ItemEntry> page = new ArrayList<>();
        try (ResultSet row = session.query(PAGE, pair, after, most)) {
            while (row.next()) {
                page.add(entry(row));
            }
        }
        return page;
    }

    /** From the {@link #COLUMNS} at the beginning of a row. */
    static ItemEntry entry(ResultSet row) throws SQLException {
        byte[] target = row.getBytes(4);
        byte[] fingerprint = row.getBytes(6);
        return new ItemEntry(
                ItemId.of(row.getBytes(1)),
                Codes.outcome(row.getInt(2)),
                Codes.marks(row.getInt(3)),
                target == null ? null : ItemId.of(target),
                row.getLong(5),
                fingerprint == null ? null : Fingerprint.of(fingerprint),
                row.getBytes(7),
                row.getInt(8),
                row.getInt(9) != 0,
                row.getInt(10),
                row.getInt(11) != 0);
    }

    static void forget(Session session, long pair) throws SQLException {
        session.update("DELETE FROM item WHERE pair = ?", pair);
    }
}
