package org.mailwain.ledger.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.ItemId;
import org.mailwain.ledger.ItemEntry;

/**
 * The index of items by fingerprint, in two tables: a large one in order, and a small one of what came last. A line may
 * be out of date where an item's fingerprint changed; the item decides.
 */
final class Fingerprints {
    /** Lines that gather before they are sorted in. */
    private static final int MANY = 8_192;

    private static final String ADD = "INSERT INTO fingerprint_new (pair, fingerprint, id) VALUES (?, ?, ?)";
    private static final String SORT_IN = "INSERT INTO fingerprint (pair, fingerprint, id)"
            + " SELECT pair, fingerprint, id FROM fingerprint_new WHERE true ORDER BY pair, fingerprint, id"
            + " ON CONFLICT (pair, fingerprint, id) DO NOTHING";
    private static final String SORTED =
            "SELECT id FROM fingerprint WHERE pair = ? AND fingerprint IN (" + Session.PLACES + ")";
    private static final String NEW = "SELECT id, fingerprint FROM fingerprint_new WHERE pair = ?";

    /** Lines that wait to be sorted in; -1 unknown. */
    private long waiting = -1;

    /** Those of the entries that have a fingerprint. */
    static void add(Session session, long pair, List<ItemEntry> entries) throws SQLException {
        PreparedStatement add = session.prepare(ADD);
        boolean any = false;
        for (ItemEntry entry : entries) {
            if (entry.fingerprint() != null) {
                add.setLong(1, pair);
                add.setBytes(2, entry.fingerprint().bytes());
                add.setBytes(3, entry.id().bytes());
                add.addBatch();
                any = true;
            }
        }
        if (any) {
            add.executeBatch();
        }
    }

    /** Between transactions: sorts in what gathered, if it is much. */
    void tidy(Session session, long entriesWritten) throws SQLException {
        if (waiting < 0) {
            try (ResultSet row = session.query("SELECT COUNT(*) FROM fingerprint_new")) {
                row.next();
                waiting = row.getLong(1);
            }
            session.connection().commit();
        } else {
            waiting += entriesWritten;
        }
        if (waiting >= MANY) {
            session.update(SORT_IN);
            session.update("DELETE FROM fingerprint_new");
            session.connection().commit();
            waiting = 0;
        }
    }

    static void forget(Session session, long pair) throws SQLException {
        session.update("DELETE FROM fingerprint WHERE pair = ?", pair);
        session.update("DELETE FROM fingerprint_new WHERE pair = ?", pair);
    }

    /** Entries of a pair that stand for something on the target. */
    static List<ItemEntry> find(Session session, long pair, Collection<Fingerprint> fingerprints) throws SQLException {
        Set<Fingerprint> wanted = Set.copyOf(fingerprints);
        Set<ItemId> ids = new LinkedHashSet<>();
        List<byte[]> keys = new ArrayList<>(wanted.size());
        wanted.forEach(fingerprint -> keys.add(fingerprint.bytes()));
        session.slices(SORTED, pair, keys, row -> ids.add(ItemId.of(row.getBytes(1))));
        try (ResultSet row = session.query(NEW, pair)) {
            while (row.next()) {
                if (wanted.contains(Fingerprint.of(row.getBytes(2)))) {
                    ids.add(ItemId.of(row.getBytes(1)));
                }
            }
        }
        List<ItemEntry> found =
                new ArrayList<>(Items.find(session, pair, List.copyOf(ids)).values());
        found.removeIf(entry -> entry.isOffTarget()
                || !wanted.contains(entry.fingerprint())
                || entry.outcome() != ItemOutcome.COPIED && entry.outcome() != ItemOutcome.ALREADY_THERE);
        return found;
    }
}
