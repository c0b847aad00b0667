package org.mailwain.ledger.sqlite.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.contract.Samples;
import org.sqlite.JDBC;

/** A damaged ledger is refused and left as it is, never made anew. */
class DamageTest {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void fill() throws Exception {
        file = folder.resolve("ledger.db");
        try (Ledger ledger = new SqliteDriver().open(folder.toString());
                MailboxLedger mailbox = ledger.take(Samples.ANNA, "test")) {
            Samples.done(mailbox.folder(Samples.INBOX, Samples.INBOX).commit(Samples.commit(Samples.copied(1, 5_000))));
        }
    }

    private void refused(LedgerFailure code) throws Exception {
        byte[] before = Files.exists(file) ? Files.readAllBytes(file) : null;
        for (boolean write : new boolean[] {true, false}) {
            assertThatThrownBy(() -> use(write))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure().code()).isEqualTo(code.code()));
        }
        assertThat(Files.exists(file) ? Files.readAllBytes(file) : null).isEqualTo(before);
    }

    private void use(boolean write) throws FailureException {
        SqliteDriver driver = new SqliteDriver();
        try (Ledger ledger = write
                ? driver.open(folder.toString())
                : driver.openToRead(folder.toString()).orElseThrow()) {
            for (FolderLedger each : ledger.read(Samples.ANNA).orElseThrow().folders()) {
                each.entries(page -> assertThat(page).isNotEmpty());
            }
        }
    }

    @Test
    void nonsense() throws Exception {
        byte[] bytes = new byte[(int) Files.size(file)];
        new Random(1).nextBytes(bytes);
        Files.write(file, bytes);
        refused(LedgerFailure.CORRUPT);
    }

    @Test
    void aPageOfNonsenseInTheMiddle() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, bytes.length / 2, bytes.length, (byte) 0x55);
        Files.write(file, bytes);
        refused(LedgerFailure.CORRUPT);
    }

    @Test
    void anEndThatIsMissing() throws Exception {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), (int) Files.size(file) / 2));
        refused(LedgerFailure.CORRUPT);
    }

    @Test
    void anEmptyFile() throws Exception {
        Files.write(file, new byte[0]);
        refused(LedgerFailure.CORRUPT);
    }

    @Test
    void aLogWithoutItsFile() throws Exception {
        Files.delete(file);
        Files.write(folder.resolve("ledger.db-wal"), new byte[4096]);
        refused(LedgerFailure.CORRUPT);
    }

    @Test
    void aDatabaseOfSomebodyElse() throws Exception {
        Files.delete(file);
        try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE meta (name, value)");
        }
        refused(LedgerFailure.CORRUPT);
    }

    @Test
    void aTableThatIsGone() throws Exception {
        execute("DROP TABLE item");
        refused(LedgerFailure.CORRUPT);
    }

    @Test
    void numbersThatNobodyWrites() throws Exception {
        execute("UPDATE item SET outcome = 99 WHERE id = (SELECT MAX(id) FROM item)");
        refused(LedgerFailure.CORRUPT);
    }

    @Test
    void onlyANewerVersionReadsANewerLedger() throws Exception {
        execute("UPDATE meta SET value = value + 1 WHERE name = 'schema'");
        refused(LedgerFailure.NEWER);
    }

    @Test
    void aCrashWhileMakingItLeavesNoLedger() throws Exception {
        Path place = folder.resolve("new");
        Files.createDirectory(place);
        for (String name : List.of("ledger.db.new", "ledger.db.new-wal", "ledger.db.new-journal")) {
            Files.write(place.resolve(name), new byte[] {1, 2, 3});
        }
        assertThat(new SqliteDriver().openToRead(place.toString())).isEmpty();
        new SqliteDriver().open(place.toString()).close();
        assertThat(new SqliteDriver().openToRead(place.toString())).isPresent();
    }

    @Test
    void aPlaceThatIsAFileIsNoFolder() {
        assertThatThrownBy(() -> new SqliteDriver().open(file.toString()))
                .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.failure().is(LedgerFailure.OPEN)).isTrue());
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = Settings.forWriting(file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
