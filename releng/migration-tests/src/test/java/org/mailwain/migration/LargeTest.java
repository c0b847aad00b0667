package org.mailwain.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;

/** Memory is bounded by settings, not by messages or mailboxes. */
class LargeTest {
    /** {@code -Dmailwain.messages=200000} is the size that is promised; CI takes a smaller one in a smaller heap. */
    private static final int MESSAGES = Integer.getInteger("mailwain.messages", 10_000);

    private static final String HEAP = System.getProperty("mailwain.heap", "128m");

    @TempDir
    private Path folder;

    private Rig fresh() {
        Rig rig = Rig.with(Server.SOURCE, Server.TARGET);
        rig.wipe(Server.SOURCE);
        rig.wipe(Server.TARGET);
        return rig;
    }

    private void migrate(Rig rig, String heap) throws Exception {
        TestProject project = TestProject.between(rig, folder, Server.SOURCE, Server.TARGET, 1, 1);
        Mailwain.Result run = Mailwain.call(project.folder(), Map.of("MAILWAIN_HEAP", heap), "run");
        assertThat(run.exit()).as(run.output()).isZero();
        Rig.Result result = rig.verify("--source-user", Rig.user(1));
        assertThat(result.exit()).as(result.output()).isZero();
    }

    @Test
    void aMessageOfAHundredAndFiftyMegabytesPassesThroughASmallHeap() throws Exception {
        Rig rig = fresh();
        rig.seed("--users", "1", "--messages", "20", "--profile", "small");
        Path mailbox = rig.home().resolve("source/mail/u0001/Maildir");
        Path message = mailbox.resolve("cur/1600000000.M1P1Q999.large:2,S");
        String line = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ012345678901\r\n";
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(message))) {
            out.write("Subject: large\r\nMessage-ID: <large@example.org>\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
            for (long written = 0; written < 150_000_000; written += bytes.length) {
                out.write(bytes);
            }
        }
        PosixFileAttributes owner = Files.readAttributes(mailbox, PosixFileAttributes.class);
        Files.setOwner(message, owner.owner());
        migrate(rig, "256m");
    }

    @Test
    void aFolderOfManyMessagesPassesThroughASmallHeap() throws Exception {
        Rig rig = fresh();
        rig.seed("--users", "1", "--messages", String.valueOf(MESSAGES), "--profile", "small");
        migrate(rig, HEAP);
    }
}
