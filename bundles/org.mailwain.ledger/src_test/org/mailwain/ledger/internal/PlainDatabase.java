package org.mailwain.ledger.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.sql.Database;
import org.sqlite.JDBC;

/** The least that a driver can be, and a hand on its connections. */
final class PlainDatabase implements Database {
    final AtomicInteger writers = new AtomicInteger();
    volatile int brokenWriters;
    private final Path file;

    PlainDatabase(Path file) {
        this.file = file;
    }

    Connection connect() throws SQLException {
        Connection connection = JDBC.createConnection(JDBC.PREFIX + file, new Properties());
        try (var statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
        }
        return connection;
    }

    @Override
    public String location() {
        return "plain";
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public void hold() {
        // nobody else is there
    }

    @Override
    public void create(Work schema) throws FailureException {
        try (Connection connection = connect()) {
            schema.on(connection);
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    @Override
    public Connection writer() throws FailureException {
        writers.incrementAndGet();
        try {
            if (brokenWriters-- > 0) {
                throw new SQLException("broken for the test");
            }
            Connection connection = connect();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    @Override
    public Connection reader() throws FailureException {
        try {
            return connect();
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    @Override
    public String dialect(String sql) {
        return sql.replace("{bytes}", "BLOB").replace("{clustered}", "").replace("{locked}", "");
    }

    @Override
    public FailureException explain(SQLException problem) {
        return new FailureException(LedgerFailure.WRITE.with(location(), problem.getMessage()), problem);
    }

    @Override
    public void rest(Connection writer, boolean idle) {
        // nothing to tidy
    }

    @Override
    public void close() {
        // connections are closed by then
    }
}
