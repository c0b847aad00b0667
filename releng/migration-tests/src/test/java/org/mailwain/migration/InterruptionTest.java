package org.mailwain.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;

/** Runs that are killed, stopped, or lose their servers, and go on. */
class InterruptionTest {
    private static final Random RANDOM = new Random(7);

    @TempDir
    private Path folder;

    private Rig rig;
    private TestProject project;

    @BeforeEach
    void mailboxes() throws Exception {
        rig = Rig.with(Server.SOURCE, Server.TARGET);
        rig.wipe(Server.SOURCE);
        rig.wipe(Server.TARGET);
        rig.seed("--users", "2", "--messages", "2500", "--profile", "small", "--movable");
        project = TestProject.between(rig, folder, Server.SOURCE, Server.TARGET, 1, 2);
        project.write("users.batch.yaml", Files.readString(project.file("users.batch.yaml")) + """
                limits:
                  quietTime: 2 s
                """);
    }

    private Process start() throws Exception {
        return Mailwain.start(folder, Map.of(), folder.resolve("output.txt"), "run");
    }

    private String output() throws Exception {
        return Files.readString(folder.resolve("output.txt"));
    }

    /** Waits until the first messages stand on the target. */
    private void copying(Process run) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        Path events = folder.resolve(".mailwain/run/users/events.ndjson");
        while (System.nanoTime() < end && run.isAlive()) {
            if (Files.exists(events) && Files.readString(events).contains("FolderStarted")) {
                return;
            }
            Thread.sleep(5);
        }
        assertThat(run.isAlive()).as(output()).isTrue();
    }

    private void same() {
        for (int user = 1; user <= 2; user++) {
            Rig.Result result = rig.verify("--source-user", Rig.user(user));
            assertThat(result.exit()).as(result.output()).isZero();
        }
    }

    private void finish() throws Exception {
        Mailwain.Result run = project.call("run");
        assertThat(run.exit()).as(run.output()).isZero();
        same();
    }

    @Test
    void killedAgainAndAgainItEndsAsIfUndisturbed() throws Exception {
        for (int i = 0; i < 5; i++) {
            Process run = start();
            copying(run);
            Thread.sleep(RANDOM.nextInt(300));
            Mailwain.kill(run);
        }
        finish();
    }

    @Test
    void ctrlCEndsAtASafePointAndSaysHowToGoOn() throws Exception {
        Process run = start();
        copying(run);
        Mailwain.interrupt(run);
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).as(output()).isTrue();
        assertThat(run.exitValue()).as(output()).isEqualTo(6);
        assertThat(output()).contains("mailwain run users");
        finish();
    }

    @Test
    void bothServersDieAndComeBack() throws Exception {
        Process run = start();
        copying(run);
        rig.down(Server.SOURCE);
        rig.down(Server.TARGET);
        Thread.sleep(2000);
        rig.up(Server.SOURCE);
        rig.up(Server.TARGET);
        assertThat(run.waitFor(120, TimeUnit.SECONDS)).as(output()).isTrue();
        assertThat(run.exitValue()).as(output()).isZero();
        same();
    }

    @Test
    void theSecondRunIsToldWhoHoldsTheBatch() throws Exception {
        Process run = start();
        copying(run);
        Mailwain.Result second = project.call("run");
        if (run.isAlive()) {
            assertThat(second.exit()).as(second.output()).isEqualTo(7);
            assertThat(second.output()).contains("is being run by");
        }
        assertThat(project.call("stop").exit()).isIn(0, 5);
        assertThat(run.waitFor(30, TimeUnit.SECONDS)).as(output()).isTrue();
        finish();
    }
}
