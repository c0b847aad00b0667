package org.mailwain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;

/**
 * The built workbench on a display of its own, in the hands of a driver, between real servers: from a new project to the
 * report, by commands and widgets, and by the keyboard alone. Nothing may wait on the UI thread meanwhile.
 */
class WorkbenchTest {
    private static final long MOST_MINUTES = 8;

    @TempDir
    private Path folder;

    @BeforeEach
    void display() {
        Display.require("xvfb-run", "import");
    }

    @Test
    void thePersonGetsFromANewProjectToTheReport() throws Exception {
        Rig rig = Rig.with(Server.SOURCE, Server.TARGET);
        rig.seed("--users", "3", "--messages", "40", "--profile", "small", "--movable");
        String output = play(
                "whole-way,keyboard,connection",
                List.of(
                        "-Djdk.net.hosts.file=" + hosts(),
                        "-Dmailwain.scene.folder=" + folder,
                        "-Dmailwain.scene.tls=" + rig.imaps(Server.SOURCE),
                        "-Dmailwain.scene.source=" + rig.imap(Server.SOURCE),
                        "-Dmailwain.scene.target=" + rig.imap(Server.TARGET)));
        assertThat(output).contains("played whole-way", "played keyboard", "played connection");
        for (int i = 1; i <= 3; i++) {
            Rig.Result same = rig.verify("--source-user", Rig.user(i), "--target-user", Rig.user(i));
            assertThat(same.exit()).as(same.output()).isZero();
        }
    }

    @Test
    void noPartWaitsOnTheUiThread() throws Exception {
        String output = play("start,endpoint,mailbox-list,problems,source,batch,folder-map,guide,new-batch", List.of());
        assertThat(output).contains("played new-batch").doesNotContain("waited on the UI thread");
    }

    /** This machine is all there is: nobody out there is asked for the servers of an address. */
    private Path hosts() throws IOException {
        return Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
    }

    private String play(String scenes, List<String> options) throws IOException, InterruptedException {
        Path output = folder.resolve("play.out");
        ProcessBuilder builder = new ProcessBuilder(
                        Repository.top().resolve("releng/dev/play").toString(), scenes)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("MW_PLAY", String.join(" ", options));
        builder.environment()
                .put("MW_PICTURES", Path.of("target/workbench").toAbsolutePath().toString());
        builder.environment().keySet().removeAll(List.of("MW_LOOK", "MW_PRODUCT", "MW_DRIVER"));
        Process process = builder.start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        String said = Files.readString(output);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
