package org.mailwain.ledger.sqlite.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.contract.Samples;

/** Room on the disk, and the settings that durability rests on. */
class FootprintTest {
    private static final int ITEMS = 200_000;
    private static final int COMMIT = 1_000;

    @TempDir
    Path folder;

    @Test
    void anItemTakesLessThan250BytesAndTheLogStaysBounded() throws Exception {
        Path log = folder.resolve("ledger.db-wal");
        long longest = 0;
        try (Ledger ledger = new SqliteDriver().open(folder.toString());
                MailboxLedger mailbox = ledger.take(Samples.ANNA, "test")) {
            FolderLedger inbox = mailbox.folder(Samples.INBOX, Samples.INBOX);
            for (long from = 0; from < ITEMS; from += COMMIT) {
                inbox.commit(Samples.commit(Samples.copied(from, from + COMMIT - 1)));
                longest = Math.max(longest, Files.size(log));
            }
            mailbox.flush();
        }
        assertThat(longest).isLessThan(Checkpoints.MOST_BYTES);
        assertThat(log).as("closing brings everything into the main file").doesNotExist();
        assertThat(Files.size(folder.resolve("ledger.db")) / ITEMS).isLessThan(250);
    }

    @Test
    void everyCommitIsSyncedAndNothingGoesElsewhere() throws Exception {
        new SqliteDriver().open(folder.toString()).close();
        try (Connection connection = Settings.forWriting(folder.resolve("ledger.db"))) {
            assertThat(pragma(connection, "journal_mode")).isEqualTo("wal");
            assertThat(pragma(connection, "synchronous")).isEqualTo("2");
            assertThat(pragma(connection, "fullfsync")).isEqualTo("1");
            assertThat(pragma(connection, "checkpoint_fullfsync")).isEqualTo("1");
            assertThat(pragma(connection, "wal_autocheckpoint")).isEqualTo("0");
            assertThat(pragma(connection, "temp_store")).isEqualTo("2");
            assertThat(pragma(connection, "page_size")).isEqualTo("4096");
            assertThat(pragma(connection, "mmap_size")).isEqualTo("0");
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getString(1) : "0";
        }
    }
}
