package org.mailwain.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final int MOST_LOOKS = 60;
    private static final Path INIT =
            Repository.top().resolve("bundles/org.mailwain.project/src/org/mailwain/project/init");

    @TempDir
    private Path folder;

    @BeforeEach
    void display() {
        Display.require("xvfb-run", "import");
    }

    @Test
    void thePersonGetsFromANewProjectToTheReport() throws Exception {
        Rig rig = Rig.with(Server.SOURCE, Server.TARGET);
        rig.seed("--users", "8", "--messages", "40", "--profile", "small", "--movable");
        Path project = Files.createDirectory(folder.resolve("contoso"));
        for (String name : List.of("source.endpoint", "target.endpoint", "folders.foldermap")) {
            Files.copy(INIT.resolve(name + ".yaml"), project.resolve(name + ".yaml"));
        }
        List<String> options = List.of(
                "-Djdk.net.hosts.file=" + hosts(),
                "-Dmailwain.scene.folder=" + folder,
                "-Dmailwain.scene.tls=" + rig.imaps(Server.SOURCE),
                "-Dmailwain.scene.source=" + rig.imap(Server.SOURCE),
                "-Dmailwain.scene.target=" + rig.imap(Server.TARGET),
                "-Dmailwain.scene.ca=" + rig.ca(),
                "-Dmailwain.scene.mail=" + rig.home().resolve("source/mail"),
                "-Dmailwain.scene.rate=10",
                "-Dmailwain.scene.first=4",
                "-Dmailwain.scene.last=6",
                "-Dmailwain.scene.night.first=7",
                "-Dmailwain.scene.night.last=8");
        Played played = play("whole-way,report-elsewhere,keyboard,connection,run,leave", project, options);
        assertThat(played.exit()).as(played.output()).isZero();
        assertThat(played.output())
                .contains(
                        "played whole-way",
                        "played report-elsewhere",
                        "played keyboard",
                        "played connection",
                        "played run",
                        "played leave");
        // the run goes on without a window, and the next window, which finds it, is killed
        played = play("return", project, options);
        assertThat(played.output()).contains("killed in return").doesNotContain("failed return");
        waitForEnd(project);
        for (int i = 1; i <= 8; i++) {
            Rig.Result same = rig.verify("--source-user", Rig.user(i), "--target-user", Rig.user(i));
            assertThat(same.exit()).as(same.output()).isZero();
        }
    }

    @Test
    void noPartWaitsOnTheUiThread() throws Exception {
        Played played =
                play("start,endpoint,mailbox-list,problems,source,batch,folder-map,guide,new-batch", null, List.of());
        assertThat(played.exit()).as(played.output()).isZero();
        assertThat(played.output()).contains("played new-batch").doesNotContain("waited on the UI thread");
    }

    /** This machine is all there is: nobody out there is asked for the servers of an address. */
    private Path hosts() throws IOException {
        return Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
    }

    /** What the run that nobody watches has to come to. */
    private void waitForEnd(Path project) throws IOException, InterruptedException {
        Product product = Product.startedBy(folder);
        String status = "";
        for (int i = 0; i < MOST_LOOKS && !status.startsWith("Batch night: Synced"); i++) {
            status = product.run("status", "--project", project.toString(), "night")
                    .output();
        }
        assertThat(status).startsWith("Batch night: Synced");
    }

    private record Played(int exit, String output) {}

    /** @param project null for a new one */
    private Played play(String scenes, Path project, List<String> options) throws IOException, InterruptedException {
        Path output = folder.resolve("play.out");
        List<String> line = new ArrayList<>(
                List.of(Repository.top().resolve("releng/dev/play").toString(), scenes));
        if (project != null) {
            line.add(project.toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("MW_PLAY", String.join(" ", options));
        builder.environment()
                .put("MW_PICTURES", Path.of("target/workbench").toAbsolutePath().toString());
        builder.environment().keySet().removeAll(List.of("MW_LOOK", "MW_PRODUCT", "MW_DRIVER"));
        Process process = builder.start();
        if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Played(process.waitFor(), Files.readString(output));
    }
}
