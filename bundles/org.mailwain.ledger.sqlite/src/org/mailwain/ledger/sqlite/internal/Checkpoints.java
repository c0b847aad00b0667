package org.mailwain.ledger.sqlite.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Brings the write-ahead log into the main file, between transactions and after their results were reported: with
 * little to do when nobody waits, and at the latest when the log has grown. The log's file is used again from its
 * beginning, since a sync that need not make the file longer is the cheaper one.
 */
final class Checkpoints {
    static final long MOST_BYTES = 64L << 20;

    private static final int PAGE = 4096;
    private static final long WORTH_IT = (2 << 20) / PAGE;
    private static final long DUE = (16 << 20) / PAGE;
    private static final long MOST = MOST_BYTES / PAGE;

    private Checkpoints() {}

    static void rest(Connection writer, boolean idle) throws SQLException {
        try (Statement statement = writer.createStatement()) {
            long[] pages = run(statement, "NOOP");
            long outstanding = pages[0] - pages[1];
            if (pages[0] >= MOST) {
                // Somebody read all the while, so that the log could not begin anew: now readers are waited for.
                run(statement, "RESTART");
            } else if (outstanding >= DUE || idle && outstanding >= WORTH_IT) {
                run(statement, "PASSIVE");
            }
        }
    }

    /** @return pages in the log, and those of them that the main file has */
    private static long[] run(Statement statement, String mode) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(" + mode + ")")) {
            row.next();
            return new long[] {row.getLong(2), row.getLong(3)};
        }
    }
}
