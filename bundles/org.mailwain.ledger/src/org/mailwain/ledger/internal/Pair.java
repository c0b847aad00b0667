package org.mailwain.ledger.internal;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderState;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.FolderRecord;

/** A row of the table of pairs while it is worked on. */
final class Pair {
    static final FolderRecord NEW =
            new FolderRecord(null, FolderState.UNKNOWN, "", false, FolderCounts.NOTHING, 0, null, null, Set.of());

    /** Columns in the order in which {@link #of} reads them. */
    static final String COLUMNS = "pair.id, pair.target_folder, pair.epoch, pair.state, pair.rules, pair.settled,"
            + " pair.recognised, pair.first_copied, pair.last_copied, pair.intents, pair.listed,"
            + " pair.proofs, pair."
            + String.join(", pair.", Tally.COLUMNS);

    private static final int FIRST_SUM = 13;
    /** The first column behind the {@link #COLUMNS}. */
    static final int BEHIND = FIRST_SUM + Tally.COLUMNS.size();

    private static final String BY_ID = "SELECT " + COLUMNS + " FROM pair WHERE id = ?";
    private static final String FIND =
            "SELECT " + COLUMNS + " FROM pair WHERE mailbox = ? AND source = ? AND target_folder = ?";
    private static final String INSERT = "INSERT INTO pair (id, mailbox, source, target_folder, state, rules, settled,"
            + " recognised, intents, listed, proofs, " + String.join(", ", Tally.COLUMNS)
            + ") VALUES (?, ?, ?, ?, '', '', 0, 0, 0, 0, 0" + ", 0".repeat(Tally.COLUMNS.size()) + ")";
    private static final String SAVE = "UPDATE pair SET epoch = ?, state = ?, rules = ?, settled = ?, recognised = ?,"
            + " first_copied = ?, last_copied = ?, intents = ?, listed = ?, proofs = ?, "
            + String.join(" = ?, ", Tally.COLUMNS)
            + " = ? WHERE id = ?";
    private static final String NUMBER = "UPDATE mailbox SET folders = folders + 1 WHERE id = ? RETURNING folders";

    /** Pairs that a mailbox may have in its life, as a power of two. */
    private static final int PAIR_BITS = 20;

    final long id;
    final long targetFolder;
    String epoch;
    String state;
    String rules;
    boolean settled;
    long recognised;
    Instant firstCopied;
    Instant lastCopied;
    long intents;
    long listed;
    Set<CopyProof> proofs = Set.of();
    final Tally tally = new Tally();

    private Pair(long id, long targetFolder) {
        this.id = id;
        this.targetFolder = targetFolder;
    }

    /** The row that begins with the {@link #COLUMNS}. */
    static Pair of(ResultSet row) throws SQLException {
        Pair pair = new Pair(row.getLong(1), row.getLong(2));
        pair.epoch = row.getString(3);
        pair.state = row.getString(4);
        pair.rules = row.getString(5);
        pair.settled = row.getInt(6) != 0;
        pair.recognised = row.getLong(7);
        pair.firstCopied = Session.moment(row, 8);
        pair.lastCopied = Session.moment(row, 9);
        pair.intents = row.getLong(10);
        pair.listed = row.getLong(11);
        pair.proofs = Codes.proofs(row.getInt(12));
        for (int i = 0; i < Tally.COLUMNS.size(); i++) {
            pair.tally.set(i, row.getLong(FIRST_SUM + i));
        }
        return pair;
    }

    /** The pair, or null. */
    static Pair byId(Session session, long id) throws SQLException {
        try (ResultSet row = session.query(BY_ID, id)) {
            return row.next() ? of(row) : null;
        }
    }

    /** The pair, or null. */
    static Pair find(Session session, long mailbox, String source, long targetFolder) throws SQLException {
        try (ResultSet row = session.query(FIND, mailbox, source, targetFolder)) {
            return row.next() ? of(row) : null;
        }
    }

    /** Numbers of the pairs that lead into a target folder. */
    static List<Long> into(Session session, long targetFolder) throws SQLException {
        List<Long> pairs = new ArrayList<>();
        try (ResultSet row = session.query("SELECT id FROM pair WHERE target_folder = ?", targetFolder)) {
            while (row.next()) {
                pairs.add(row.getLong(1));
            }
        }
        return pairs;
    }

    /** Positions of the target folder have lost their meaning: nothing of it was compared with anything. */
    static List<Long> unrecognised(Session session, long targetFolder) throws SQLException {
        session.update("UPDATE pair SET recognised = 0 WHERE target_folder = ?", targetFolder);
        return into(session, targetFolder);
    }

    static Pair make(Session session, long mailbox, String source, long targetFolder) throws SQLException {
        long number;
        try (ResultSet row = session.query(NUMBER, mailbox)) {
            row.next();
            number = row.getLong(1);
        }
        if (number >>> PAIR_BITS != 0) {
            throw new SQLException("a mailbox with more than " + (1 << PAIR_BITS) + " pairs of folders");
        }
        long id = mailbox << PAIR_BITS | number;
        session.update(INSERT, id, mailbox, source, targetFolder);
        return byId(session, id);
    }

    void save(Session session) throws SQLException {
        PreparedStatement save = session.prepare(SAVE);
        save.setString(1, epoch);
        save.setString(2, state);
        save.setString(3, rules);
        save.setInt(4, settled ? 1 : 0);
        save.setLong(5, recognised);
        save.setObject(6, firstCopied == null ? null : firstCopied.toEpochMilli());
        save.setObject(7, lastCopied == null ? null : lastCopied.toEpochMilli());
        save.setLong(8, intents);
        save.setLong(9, listed);
        save.setLong(10, Codes.ofProofs(proofs));
        for (int i = 0; i < Tally.COLUMNS.size(); i++) {
            save.setLong(11 + i, tally.get(i));
        }
        save.setLong(11 + Tally.COLUMNS.size(), id);
        save.executeUpdate();
    }

    FolderRecord record() {
        return new FolderRecord(
                epoch == null ? null : new Epoch(epoch),
                state.isEmpty() ? FolderState.UNKNOWN : new FolderState(state),
                rules,
                settled && intents == 0 && tally.retryable() == 0,
                tally.counts(listed),
                recognised,
                firstCopied,
                lastCopied,
                proofs);
    }
}
