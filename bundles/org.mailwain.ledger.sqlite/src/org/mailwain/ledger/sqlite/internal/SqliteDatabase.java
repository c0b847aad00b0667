package org.mailwain.ledger.sqlite.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.sql.Database;

/** The files {@code ledger.db} and {@code ledger.db-wal} in one folder. */
final class SqliteDatabase implements Database {
    /** "Mwlg", by which {@code file} and we know the file. */
    private static final int APPLICATION = 0x4D776C67;

    private final Path folder;
    private final Path file;
    private final Errors errors;
    private final Hold hold;
    private boolean known;

    SqliteDatabase(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("ledger.db");
        this.errors = new Errors(folder);
        this.hold = new Hold(folder, errors);
    }

    @Override
    public String location() {
        return folder.toString();
    }

    /** A main file that is empty, or gone while its log is there, is a ledger that somebody damaged. */
    @Override
    public boolean exists() throws FailureException {
        try {
            Path log = folder.resolve("ledger.db-wal");
            if (Files.exists(file)) {
                if (Files.size(file) == 0) {
                    throw LedgerFailure.CORRUPT.raise(location(), file.getFileName() + ": 0 bytes");
                }
                return true;
            }
            if (Files.exists(log) && Files.size(log) > 0) {
                throw LedgerFailure.CORRUPT.raise(location(), file.getFileName() + ": missing");
            }
            return false;
        } catch (IOException e) {
            throw errors.open(e);
        }
    }

    @Override
    public void hold() throws FailureException {
        try {
            Files.createDirectories(folder, Modes.folder(folder));
        } catch (IOException e) {
            throw errors.open(e);
        }
        hold.take();
    }

    /** Under another name until it is whole, so that a crash leaves either no ledger or a ledger. */
    @Override
    public void create(Work schema) throws FailureException {
        try {
            make(folder.resolve("ledger.db.new"), schema);
        } catch (IOException e) {
            throw errors.open(e);
        }
    }

    private void make(Path fresh, Work schema) throws FailureException, IOException {
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal"}) {
            Files.deleteIfExists(folder.resolve(fresh.getFileName() + suffix));
        }
        Files.createFile(fresh, Modes.file(folder));
        try (Connection connection = Settings.forWriting(fresh);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + APPLICATION);
            schema.on(connection);
        } catch (SQLException e) {
            throw explain(e);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        syncFolder();
    }

    /** So that the new name survives a power cut; Windows neither allows nor needs it. */
    private void syncFolder() throws IOException {
        if (Modes.folder(folder).length > 0) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Connection writer() throws FailureException {
        try {
            Connection connection = Settings.forWriting(file);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw errors.open(e);
        }
    }

    @Override
    public Connection reader() throws FailureException {
        try {
            Connection connection = Settings.forReading(file);
            recognise(connection);
            return connection;
        } catch (SQLException e) {
            throw errors.open(e);
        }
    }

    private synchronized void recognise(Connection connection) throws SQLException, FailureException {
        if (!known) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("PRAGMA application_id")) {
                known = row.next() && row.getInt(1) == APPLICATION;
            }
            if (!known) {
                connection.close();
                throw LedgerFailure.CORRUPT.raise(location(), file.getFileName() + ": not a ledger");
            }
        }
    }

    /** Only the one writer changes anything, so rows need no lock. */
    @Override
    public String dialect(String sql) {
        return sql.replace("{bytes}", "BLOB")
                .replace("{clustered}", " WITHOUT ROWID")
                .replace("{locked}", "");
    }

    @Override
    public FailureException explain(SQLException problem) {
        return errors.explain(problem);
    }

    @Override
    public void rest(Connection writer, boolean idle) throws SQLException {
        Checkpoints.rest(writer, idle);
    }

    @Override
    public void close() {
        hold.close();
    }
}
