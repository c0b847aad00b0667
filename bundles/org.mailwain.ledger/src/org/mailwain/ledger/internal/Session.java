package org.mailwain.ledger.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.ledger.FailureJson;
import org.mailwain.ledger.sql.Database;

/** A connection with its prepared statements. For one thread at a time. */
final class Session implements AutoCloseable {
    private static final int SLICE = 500;

    /** For the keys of a slice. */
    static final String PLACES = "?" + ", ?".repeat(SLICE - 1);

    /** Takes what it needs of a row. */
    @FunctionalInterface
    interface RowReader {
        void take(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Database database;
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    Session(Connection connection, Database database) {
        this.connection = connection;
        this.database = database;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(database.dialect(sql));
            statements.put(sql, statement);
        }
        return statement;
    }

    /** The caller closes the result. */
    ResultSet query(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeQuery();
    }

    int update(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepare(sql);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case byte[] bytes -> statement.setBytes(i + 1, bytes);
                case String text -> statement.setString(i + 1, text);
                case Long number -> statement.setLong(i + 1, number);
                case Integer number -> statement.setInt(i + 1, number);
                case Boolean flag -> statement.setInt(i + 1, flag ? 1 : 0);
                case Instant moment -> statement.setLong(i + 1, moment.toEpochMilli());
                case null -> statement.setObject(i + 1, null);
                default ->
                    throw new IllegalArgumentException(values[i].getClass().getName());
            }
        }
        return statement;
    }

    /**
     * Asks for many keys in slices of one size, so that a statement is prepared once; the last key fills the last slice
     * up.
     *
     * @param sql with a number first, and then {@link #PLACES}
     */
    void slices(String sql, long first, List<byte[]> keys, RowReader reader) throws SQLException {
        PreparedStatement statement = prepare(sql);
        for (int from = 0; from < keys.size(); from += SLICE) {
            statement.setLong(1, first);
            for (int i = 0; i < SLICE; i++) {
                statement.setBytes(i + 2, keys.get(Math.min(from + i, keys.size() - 1)));
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    reader.take(row);
                }
            }
        }
    }

    /** The next number of a kind. */
    long next(String kind) throws SQLException {
        try (ResultSet row = query("UPDATE meta SET value = value + 1 WHERE name = ? RETURNING value", kind)) {
            row.next();
            return row.getLong(1);
        }
    }

    static Instant moment(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static String json(Failure failure) {
        return failure == null ? null : FailureJson.encode(failure);
    }

    static Failure failure(ResultSet row, int column) throws SQLException {
        String json = row.getString(column);
        return json == null ? null : FailureJson.decode(json);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
