package org.mailwain.ledger.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.sql.Database;

/** The tables, made and brought up to date by numbered texts, each in a transaction of its own. */
final class Schema {
    /** The texts {@code schema/1.sql} and so on. */
    private static final int VERSIONS = 4;

    private final Database database;
    private final List<String> texts;

    Schema(Database database) {
        this(database, IntStream.rangeClosed(1, VERSIONS).mapToObj(Schema::text).toList());
    }

    /** @param texts the first leads from nothing to version 1, the second from there to version 2 */
    Schema(Database database, List<String> texts) {
        this.database = database;
        this.texts = texts;
    }

    /** Makes or migrates the database, which is held. */
    void bring() throws FailureException {
        if (!database.exists()) {
            database.create(connection -> migrate(connection, 0));
        }
        int version = version();
        if (version < texts.size()) {
            try (Connection writer = database.writer()) {
                migrate(writer, version);
            } catch (SQLException e) {
                throw database.explain(e);
            }
        }
    }

    boolean isOld() throws FailureException {
        return version() < texts.size();
    }

    private int version() throws FailureException {
        try (Connection reader = database.reader();
                Statement statement = reader.createStatement();
                ResultSet row = statement.executeQuery("SELECT value FROM meta WHERE name = 'schema'")) {
            int version = row.next() ? row.getInt(1) : 0;
            if (version > texts.size()) {
                throw LedgerFailure.NEWER.raise(database.location(), version, texts.size());
            }
            return version;
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    private void migrate(Connection connection, int from) throws SQLException {
        connection.setAutoCommit(false);
        for (int version = from + 1; version <= texts.size(); version++) {
            try (Statement statement = connection.createStatement()) {
                for (String sql : database.dialect(texts.get(version - 1)).split(";\\s*\n")) {
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
