package org.mailwain.ledger.sqlite.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.contract.Samples;

/**
 * What was reported durable is there, and nothing is half there, wherever a process or the power ended. The property
 * {@code mailwain.kills} says how often (5).
 */
class KillTest {
    /** Of one process, since its files grow. */
    private static final int COPIES = 5;

    private static final int KILLS = Integer.getInteger("mailwain.kills", 5);

    /** Of a log's file and its frames (https://www.sqlite.org/fileformat2.html#walformat). */
    private static final int LOG_HEADER = 32;

    private static final int FRAME = 24 + 4096;

    @TempDir
    Path folder;

    @Test
    void nothingDurableIsLostWhenTheProcessIsKilled() throws Exception {
        Path location = folder.resolve("ledger");
        Random random = new Random(20260302);
        List<String> told = new ArrayList<>();
        for (int round = 0; round < KILLS; round++) {
            try (Child child = new Child(folder, Scribe.class, location.toString(), Integer.toString(round))) {
                child.awaitLines(1 + random.nextInt(20));
                Thread.sleep(random.nextInt(300));
                child.kill();
                told.addAll(child.lines());
            }
            check(location, told);
        }
        assertThat(told).hasSizeGreaterThan(KILLS);
    }

    /** The files as they stand on the disk at one moment, with an unfinished transaction torn at its end. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aCopyOfTheFilesAtAnyMomentIsALedger() throws Exception {
        Random random = new Random(42);
        for (int round = 0; round < KILLS; round += COPIES) {
            Path location = folder.resolve("ledger" + round);
            try (Child child = new Child(folder, Scribe.class, location.toString(), Integer.toString(round))) {
                child.awaitLines(1);
                for (int i = 0; i < COPIES; i++) {
                    Thread.sleep(random.nextInt(200));
                    copyAndCheck(child, location, random);
                }
            }
        }
    }

    private void copyAndCheck(Child child, Path location, Random random) throws Exception {
        Path copy = Files.createTempDirectory(folder, "copy");
        child.stop();
        List<String> told = child.lines();
        for (String name : List.of("ledger.db", "ledger.db-wal")) {
            Files.copy(location.resolve(name), copy.resolve(name));
        }
        child.goOn();
        tear(copy.resolve("ledger.db-wal"), random);
        check(copy, told);
        Files.delete(copy.resolve("ledger.db"));
    }

    /** Whatever stands behind the last commit was not synced: any of it may be missing or nonsense. */
    private static void tear(Path log, Random random) throws Exception {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(log));
        int end = LOG_HEADER;
        for (int at = LOG_HEADER; at + FRAME <= bytes.limit(); at += FRAME) {
            boolean current = bytes.getLong(at + 8) == bytes.getLong(16);
            if (!current) {
                break;
            }
            if (bytes.getInt(at + 4) != 0) {
                end = at + FRAME;
            }
        }
        if (end < bytes.limit()) {
            byte[] torn = Arrays.copyOf(bytes.array(), end + random.nextInt(bytes.limit() - end));
            for (int i = end; i < torn.length; i++) {
                torn[i] = random.nextInt(4) == 0 ? (byte) random.nextInt() : torn[i];
            }
            Files.write(log, torn);
        }
    }

    private static void check(Path location, List<String> told) throws Exception {
        try (Ledger ledger = new SqliteDriver().open(location.toString())) {
            for (int i = 0; i < Scribe.MAILBOXES; i++) {
                int number = i;
                check(
                        ledger,
                        number,
                        told.stream()
                                .map(line -> line.split(" "))
                                .filter(words -> words.length == 4 && words[1].equals("" + number))
                                .toList());
            }
        }
        try (Connection connection = Settings.forReading(location.resolve("ledger.db"));
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA integrity_check")) {
            assertThat(row.getString(1)).isEqualTo("ok");
        }
    }

    private static void check(Ledger ledger, int number, List<String[]> told) throws Exception {
        var known = ledger.read(Samples.key("user" + number));
        assertThat(known.isPresent() || told.isEmpty()).isTrue();
        if (known.isEmpty()) {
            return;
        }
        MailboxLedger mailbox = known.get();
        List<Long> open = mailbox.openIntents().stream().map(Intent::number).toList();
        FolderLedger folder = mailbox.folder(Samples.INBOX, Samples.INBOX);
        for (String[] words : told) {
            long intent = Long.parseLong(words[2]);
            boolean stored = storedWhole(folder, Long.parseLong(words[3]));
            if (words[0].equals("C")) {
                assertThat(stored).as("the entries of commit %s", intent).isTrue();
            }
            assertThat(open.contains(intent)).as("intent %s is open", intent).isEqualTo(!stored);
        }
        for (Intent intent : mailbox.openIntents()) {
            assertThat(intent.items()).hasSize(Scribe.ITEMS);
        }
        for (FolderLedger each : mailbox.folders()) {
            assertThat(each.record().counts()).isEqualTo(Samples.recount(each));
        }
    }

    private static boolean storedWhole(FolderLedger folder, long first) throws Exception {
        int stored = folder.entries(Samples.ids(
                        LongStream.range(first, first + Scribe.ITEMS).toArray()))
                .size();
        assertThat(stored).as("all of them or none").isIn(0, Scribe.ITEMS);
        return stored > 0;
    }
}
