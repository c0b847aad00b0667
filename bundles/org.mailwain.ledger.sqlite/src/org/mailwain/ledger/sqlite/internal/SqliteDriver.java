package org.mailwain.ledger.sqlite.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LedgerDriver;
import org.mailwain.ledger.sql.SqlLedger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Ledgers on SQLite, in a folder of the project. One process may write at a time, from {@link #open} until it closes
 * the ledger; everybody may read meanwhile.
 */
@Component(service = LedgerDriver.class)
public final class SqliteDriver implements LedgerDriver {
    private final Clock clock;
    private final Drives drives;

    @Activate
    public SqliteDriver() {
        this(Clock.systemUTC(), new Drives());
    }

    SqliteDriver(Clock clock, Drives drives) {
        this.clock = clock;
        this.drives = drives;
    }

    @Override
    public String id() {
        return "sqlite";
    }

    /** An old ledger is migrated first, which fails as LOCKED while somebody writes. */
    @Override
    public Optional<Ledger> openToRead(String location) throws FailureException {
        Path folder = Path.of(location);
        drives.refuseRemote(folder);
        SqliteDatabase database = new SqliteDatabase(folder);
        if (!database.exists()) {
            return Optional.empty();
        }
        if (SqlLedger.isOld(database)) {
            open(location).close();
        }
        return Optional.of(SqlLedger.openToRead(database));
    }

    @Override
    public Ledger open(String location) throws FailureException {
        Path folder = Path.of(location);
        drives.refuseRemote(folder);
        SqliteDatabase database = new SqliteDatabase(folder);
        try {
            return SqlLedger.open(database, clock);
        } catch (FailureException | RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }
}
