package org.mailwain.ledger.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.sql.Database;

/** The tables, made and brought up to date by numbered texts, each in a transaction of its own. */
final class Schema {
    static final int VERSION = 1;

    private final Database database;

    Schema(Database database) {
        this.database = database;
    }

    /** Makes or migrates the database, which is held. */
    void bring() throws FailureException {
        if (!database.exists()) {
            database.create(connection -> migrate(connection, 0));
        }
        int version = version();
        if (version < VERSION) {
            try (Connection writer = database.writer()) {
                migrate(writer, version);
            } catch (SQLException e) {
                throw database.explain(e);
            }
        }
    }

    boolean isOld() throws FailureException {
        return version() < VERSION;
    }

    private int version() throws FailureException {
        try (Connection reader = database.reader();
                Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery("SELECT value FROM meta WHERE name = 'schema'")) {
            int version = row.next() ? row.getInt(1) : 0;
            if (version > VERSION) {
                throw LedgerFailure.NEWER.raise(database.location(), version, VERSION);
            }
            return version;
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    private void migrate(Connection connection, int from) throws SQLException {
        connection.setAutoCommit(false);
        for (int version = from + 1; version <= VERSION; version++) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : database.dialect(text(version)).split(";\\s*\n")) {
                    if (!sql.isBlank()) {
                        statement.execute(sql);
                    }
                }
                statement.executeUpdate("UPDATE meta SET value = " + version + " WHERE name = 'schema'");
            }
            connection.commit();
        }
    }

    private static String text(int version) {
        try (InputStream in = Schema.class.getResourceAsStream("schema/" + version + ".sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
