package org.mailwain.ledger.sqlite.internal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteOpenMode;

/**
 * How connections are opened, so that what was reported durable survives a power cut:
 * <ul>
 * <li>write-ahead log with synchronous=FULL: every commit ends with one fsync of the log. With NORMAL the log is synced
 *     at checkpoints only, and the last commits may be gone after a power cut, intents among them. A torn frame at the
 *     end of the log is known by its checksum and taken as never written.
 * <li>fullfsync: on macOS fsync leaves the bytes in the drive's cache.
 * <li>pages of 4096 bytes: a small commit writes few whole pages, and a page of the common disk is not torn.
 * <li>no memory map: an error of the disk would end the process instead of a statement.
 * <li>temporary tables in memory: nothing of the ledger goes to another folder.
 * <li>no automatic checkpoint: it would run before a commit is reported; see {@link Checkpoints}.
 * </ul>
 */
final class Settings {
    private static final int BUSY_MILLIS = 10_000;
    private static final int PAGE = 4096;

    /** KiB, as negative numbers mean. */
    private static final int WRITER_CACHE = -16_000;

    private static final int READER_CACHE = -2_000;

    private Settings() {}

    static Connection forWriting(Path file) throws SQLException {
        Connection connection = open(file, WRITER_CACHE, false);
        execute(
                connection,
                "PRAGMA journal_mode = WAL",
                "PRAGMA fullfsync = 1",
                "PRAGMA wal_autocheckpoint = 0",
                "PRAGMA checkpoint_fullfsync = 1",
                "PRAGMA journal_size_limit = " + Checkpoints.MOST_BYTES);
        return connection;
    }

    static Connection forReading(Path file) throws SQLException {
        return open(file, READER_CACHE, true);
    }

    private static Connection open(Path file, int cache, boolean readOnly) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.resetOpenMode(SQLiteOpenMode.CREATE);
        config.setOpenMode(SQLiteOpenMode.OPEN_URI);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setPageSize(PAGE);
        config.setSynchronous(SynchronousMode.FULL);
        config.setCacheSize(cache);
        config.setTempStore(TempStore.MEMORY);
        // As an address, since a question mark in a path would begin settings.
        Connection connection = JDBC.createConnection(JDBC.PREFIX + file.toUri(), config.toProperties());
        execute(connection, "PRAGMA mmap_size = 0", "PRAGMA query_only = " + (readOnly ? 1 : 0));
        return connection;
    }

    private static void execute(Connection connection, String... pragmas) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String pragma : pragmas) {
                statement.execute(pragma);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }
}
