package org.mailwain.ledger.sqlite.internal;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.ledger.LedgerDriver;
import org.mailwain.ledger.contract.LedgerContract;

/** The contract on SQLite. */
class SqliteLedgerTest implements LedgerContract {
    @TempDir
    Path folder;

    @Override
    public LedgerDriver driver() {
        return new SqliteDriver();
    }

    @Override
    public String location() {
        return folder.resolve("ledger").toString();
    }
}
