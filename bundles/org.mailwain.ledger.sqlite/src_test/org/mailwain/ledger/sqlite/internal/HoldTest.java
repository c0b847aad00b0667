package org.mailwain.ledger.sqlite.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LedgerFailure;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.contract.Samples;

/** Who may write, and who may look. */
class HoldTest {
    @TempDir
    Path folder;

    private String location() {
        return folder.resolve("ledger").toString();
    }

    private Failure refused() {
        Failure[] failure = new Failure[1];
        assertThatThrownBy(() -> new SqliteDriver().open(location()))
                .isInstanceOfSatisfying(FailureException.class, e -> failure[0] = e.failure());
        return failure[0];
    }

    @Test
    void anotherProcessIsToldWhoHoldsIt() throws Exception {
        try (Child child = new Child(folder, Holder.class, location())) {
            child.awaitLines(1);
            Failure failure = refused();
            assertThat(failure.is(LedgerFailure.LOCKED)).isTrue();
            assertThat(failure.arguments().get(1)).isEqualTo(new Argument.Count(child.pid()));
            assertThat(failure.arguments().get(2).toString()).doesNotContain("value=]");
            try (Ledger reader = new SqliteDriver().openToRead(location()).orElseThrow()) {
                assertThat(reader.read(Samples.ANNA)
                                .orElseThrow()
                                .folders()
                                .getFirst()
                                .record()
                                .counts()
                                .listed())
                        .isZero();
            }
            assertThat(refused().is(LedgerFailure.LOCKED))
                    .as("reading gave the lock up")
                    .isTrue();
            child.kill();
            try (Ledger ledger = new SqliteDriver().open(location());
                    MailboxLedger mailbox = ledger.take(Samples.ANNA, "heir")) {
                assertThat(mailbox.fence()).isEqualTo(2);
                assertThat(mailbox.folders().getFirst().entries(Samples.ids(1, 2, 3)))
                        .hasSize(3);
            }
        }
    }

    @Test
    void twoLedgersOfOneProcessDoNotBothWrite() throws Exception {
        try (Ledger first = new SqliteDriver().open(location())) {
            Failure failure = refused();
            assertThat(failure.is(LedgerFailure.LOCKED)).isTrue();
            assertThat(failure.arguments().get(1))
                    .isEqualTo(new Argument.Count(ProcessHandle.current().pid()));
            assertThat(refused().is(LedgerFailure.LOCKED))
                    .as("being refused gave the lock up")
                    .isTrue();
            first.take(Samples.ANNA, "still").close();
        }
        new SqliteDriver().open(location()).close();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyTheOwnerMaySeeIt() throws Exception {
        try (Ledger ledger = new SqliteDriver().open(location());
                MailboxLedger mailbox = ledger.take(Samples.ANNA, "test")) {
            Samples.done(mailbox.folder(Samples.INBOX, Samples.INBOX).begin(Samples.EPOCH));
            assertThat(mode(Path.of(location()))).isEqualTo("rwx------");
            try (Stream<Path> files = Files.list(Path.of(location()))) {
                assertThat(files)
                        .hasSizeGreaterThanOrEqualTo(5)
                        .allMatch(file -> mode(file).equals("rw-------"));
            }
        }
        try (Stream<Path> files = Files.list(Path.of(location()))) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("ledger.db", "ledger.lock");
        }
    }

    private static String mode(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFolderMayHaveAnyName() throws Exception {
        Path odd = folder.resolve("what? 100%25 #1 & \u00e4;x=y");
        try (Ledger ledger = new SqliteDriver().open(odd.toString())) {
            ledger.take(Samples.ANNA, "test").close();
            assertThat(ledger.read(Samples.ANNA)).isPresent();
            assertThat(odd.resolve("ledger.db")).exists();
        }
    }

    @Test
    void itIsNotMadeOnADriveOfAnotherComputer() {
        Drives remote = new Drives() {
            @Override
            String type(Path path) {
                return "fuse.sshfs";
            }
        };
        assertThatThrownBy(() -> new SqliteDriver(Clock.systemUTC(), remote).open(location()))
                .isInstanceOfSatisfying(FailureException.class, e -> {
                    assertThat(e.failure().is(LedgerFailure.NETWORK_DRIVE)).isTrue();
                    assertThat(e.failure().arguments()).contains(new Argument.Text("fuse.sshfs"));
                });
        assertThat(folder.resolve("ledger")).doesNotExist();
    }

    @Test
    void drivesAreToldApartByTheirType() {
        assertThat(Stream.of(
                        "nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "fuse.rclone", "NFS", "vboxsf"))
                .allMatch(Drives::isRemote);
        assertThat(Stream.of(
                        "ext4", "xfs", "btrfs", "tmpfs", "overlay", "apfs", "NTFS", "fuseblk", "zfs", "fuse.encfs"))
                .noneMatch(Drives::isRemote);
    }
}
