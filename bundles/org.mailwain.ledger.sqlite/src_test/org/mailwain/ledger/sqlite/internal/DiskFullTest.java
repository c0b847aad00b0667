package org.mailwain.ledger.sqlite.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.contract.Samples;
import org.mailwain.ledger.sql.Database;
import org.mailwain.ledger.sql.SqlLedger;

/** A full disk is said to be one, nothing that was reported is lost, and the ledger goes on when there is room. */
class DiskFullTest {
    private static final int COMMIT = 500;

    @TempDir
    Path folder;

    @Test
    void withALimitOfPages() throws Exception {
        Limited database = new Limited(new SqliteDatabase(folder.resolve("ledger")));
        try (Ledger ledger = SqlLedger.open(database, Clock.systemUTC())) {
            fillUpAndGoOn(ledger, () -> database.pages = 1_000_000);
        }
        whole(folder.resolve("ledger"));
    }

    @Test
    void onASmallDisk() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        mount(disk, "3m");
        try {
            Path ballast = disk.resolve("ballast");
            Files.write(ballast, new byte[1_000_000]);
            try (Ledger ledger = new SqliteDriver().open(disk.resolve("ledger").toString())) {
                fillUpAndGoOn(ledger, () -> Files.delete(ballast));
            }
            whole(disk.resolve("ledger"));
        } finally {
            run("umount", disk.toString());
        }
    }

    @Test
    void aLedgerThatCannotBeMadeForLackOfRoomIsMadeLater() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        mount(disk, "1m");
        try {
            Path ballast = disk.resolve("ballast");
            Files.write(ballast, new byte[(1 << 20) - 32 * 1024]);
            String location = disk.resolve("ledger").toString();
            assertThatThrownBy(() -> new SqliteDriver().open(location))
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure().code()).isEqualTo(LedgerFailure.DISK_FULL.code()));
            assertThat(new SqliteDriver().openToRead(location)).isEmpty();
            Files.delete(ballast);
            new SqliteDriver().open(location).close();
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void mount(Path disk, String size) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/bin/mount"))
                        && run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()) == 0,
                "only root may mount a small disk");
    }

    private interface Room {
        void make() throws Exception;
    }

    private static void fillUpAndGoOn(Ledger ledger, Room room) throws Exception {
        try (MailboxLedger mailbox = ledger.take(Samples.ANNA, "test")) {
            FolderLedger folder = mailbox.folder(Samples.INBOX, Samples.INBOX);
            long next = 1;
            while (reported(folder, next)) {
                next += COMMIT;
                assertThat(next).as("the disk never fills").isLessThan(1_000_000);
            }
            assertThat(folder.record().counts().listed()).isZero();
            assertThat(Samples.recount(folder)).isEqualTo(folder.record().counts());
            assertThat(folder.entries(Samples.ids(next - 1, next)).keySet()).hasSize(next == 1 ? 0 : 1);
            Samples.failed(folder.commit(Samples.commit(Samples.copied(next, next + 20_000))), LedgerFailure.DISK_FULL);
            room.make();
            assertThat(reported(folder, next)).as("there is room again").isTrue();
            assertThat(Samples.recount(folder)).isEqualTo(folder.record().counts());
            assertThat(folder.record().counts().bytes()).isPositive();
        }
    }

    private static boolean reported(FolderLedger folder, long from) throws Exception {
        CompletableFuture<Void> commit = folder.commit(Samples.commit(Samples.copied(from, from + COMMIT - 1)));
        try {
            commit.get();
            return true;
        } catch (ExecutionException e) {
            assertThat(((FailureException) e.getCause()).failure().code()).isEqualTo(LedgerFailure.DISK_FULL.code());
            return false;
        }
    }

    private static void whole(Path location) throws Exception {
        try (Ledger ledger = new SqliteDriver().open(location.toString())) {
            FolderLedger folder =
                    ledger.read(Samples.ANNA).orElseThrow().folders().getFirst();
            assertThat(Samples.recount(folder)).isEqualTo(folder.record().counts());
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** A database that may not grow beyond so many pages. */
    private static final class Limited implements Database {
        private final Database inner;
        private volatile int pages = 400;

        Limited(Database inner) {
            this.inner = inner;
        }

        @Override
        public Connection writer() throws FailureException {
            Connection connection = inner.writer();
            limit(connection);
            return connection;
        }

        private void limit(Connection connection) throws FailureException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA max_page_count = " + pages);
            } catch (SQLException e) {
                throw inner.explain(e);
            }
        }

        @Override
        public String location() {
            return inner.location();
        }

        @Override
        public boolean exists() throws FailureException {
            return inner.exists();
        }

        @Override
        public void hold() throws FailureException {
            inner.hold();
        }

        @Override
        public void create(Work schema) throws FailureException {
            inner.create(schema);
        }

        @Override
        public Connection reader() throws FailureException {
            return inner.reader();
        }

        @Override
        public String dialect(String schema) {
            return inner.dialect(schema);
        }

        @Override
        public FailureException explain(SQLException problem) {
            return inner.explain(problem);
        }

        @Override
        public void rest(Connection writer, boolean idle) throws SQLException {
            inner.rest(writer, idle);
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
