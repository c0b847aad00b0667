package org.mailwain.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailwain.rig.Rig;
import org.mailwain.rig.Rig.Server;

/** Whole migrations between real servers; the rig's checker is the judge. */
class ServersTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource({"small, 600", "mixed, 150", "large, 20", "hard, 200"})
    void dovecotToDovecotIsTheSame(String profile, String messages) throws Exception {
        Rig rig = fresh(Server.TARGET);
        rig.seed("--users", "2", "--messages", messages, "--profile", profile, "--movable");
        TestProject project = TestProject.between(rig, folder, Server.SOURCE, Server.TARGET, 1, 2);
        assertThat(project.call("run"))
                .satisfies(run -> assertThat(run.exit()).as(run.output()).isZero());
        same(rig, 1, Server.SOURCE, Server.TARGET);
        same(rig, 2, Server.SOURCE, Server.TARGET);
        assertThat(project.call("verify", "--content"))
                .satisfies(
                        verify -> assertThat(verify.exit()).as(verify.output()).isZero());
        assertThat(project.call("run")).satisfies(again -> {
            assertThat(again.exit()).as(again.output()).isZero();
            assertThat(again.output()).contains("Done: 0 ");
        });
        same(rig, 1, Server.SOURCE, Server.TARGET);
    }

    @Test
    void whatCannotMoveIsNamedAndTheRestIsTheSame() throws Exception {
        Rig rig = fresh(Server.TARGET);
        rig.seed("--users", "1", "--messages", "100", "--profile", "hard");
        TestProject project = TestProject.between(rig, folder, Server.SOURCE, Server.TARGET, 1, 1);
        Mailwain.Result run = project.call("run");
        assertThat(run.exit()).as(run.output()).isLessThanOrEqualTo(1);
        Mailwain.Result report =
                project.call("report", "--output", folder.resolve("report").toString());
        assertThat(report.exit()).as(report.output()).isZero();
        String items = Files.readString(folder.resolve("report/items.csv"));
        assertThat(items).as("the message of zero bytes").contains("Hard cases");
    }

    @Test
    void dovecotToCyrus() throws Exception {
        Rig rig = fresh(Server.CYRUS);
        rig.seed("--users", "1", "--messages", "400", "--profile", "small");
        migrate(rig, Server.SOURCE, Server.CYRUS);
        same(rig, 1, Server.SOURCE, Server.CYRUS);
    }

    @Test
    void dovecotToCourier() throws Exception {
        Rig rig = fresh(Server.COURIER);
        rig.seed("--users", "1", "--messages", "400", "--profile", "small");
        migrate(rig, Server.SOURCE, Server.COURIER);
        same(rig, 1, Server.SOURCE, Server.COURIER);
    }

    @Test
    void courierToDovecot() throws Exception {
        Rig rig = fresh(Server.TARGET);
        Rig.with(Server.COURIER);
        rig.wipe(Server.COURIER);
        rig.seed("--server", "courier", "--users", "1", "--messages", "400", "--profile", "small");
        migrate(rig, Server.COURIER, Server.TARGET);
        same(rig, 1, Server.COURIER, Server.TARGET);
    }

    @Test
    void cyrusToDovecot() throws Exception {
        Rig rig = fresh(Server.CYRUS);
        Rig.with(Server.TARGET);
        rig.wipe(Server.TARGET);
        rig.seed("--users", "1", "--messages", "400", "--profile", "small");
        migrate(rig, Server.SOURCE, Server.CYRUS);
        migrate(rig, Server.CYRUS, Server.TARGET);
        same(rig, 1, Server.CYRUS, Server.TARGET);
    }

    /** The oddest mail: what a server refuses or changes is named with its reason, and nothing else differs. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"TARGET", "CYRUS", "COURIER"})
    void whatAServerRefusesOrChangesIsNamed(Server target) throws Exception {
        Rig rig = fresh(target);
        rig.seed("--users", "1", "--messages", "60", "--profile", "hardmail");
        differencesAreNamed(rig, Server.SOURCE, target);
    }

    @Test
    void whatDovecotRefusesOrChangesFromCourierIsNamed() throws Exception {
        Rig rig = Rig.with(Server.COURIER, Server.TARGET);
        rig.wipe(Server.COURIER);
        rig.wipe(Server.TARGET);
        rig.seed("--server", "courier", "--users", "1", "--messages", "60", "--profile", "hardmail");
        differencesAreNamed(rig, Server.COURIER, Server.TARGET);
    }

    @Test
    void whatDovecotRefusesOrChangesFromCyrusIsNamed() throws Exception {
        Rig rig = fresh(Server.CYRUS);
        Rig.with(Server.TARGET);
        rig.wipe(Server.TARGET);
        rig.seed("--users", "1", "--messages", "60", "--profile", "hardmail");
        project(rig, Server.SOURCE, Server.CYRUS).call("run");
        differencesAreNamed(rig, Server.CYRUS, Server.TARGET);
    }

    private void differencesAreNamed(Rig rig, Server source, Server target) throws Exception {
        TestProject project = project(rig, source, target);
        Mailwain.Result run = project.call("run");
        assertThat(run.exit()).as(run.output()).isEqualTo(1);
        Path report = folder.resolve("report");
        assertThat(project.call("report", "--output", report.toString()))
                .satisfies(written ->
                        assertThat(written.exit()).as(written.output()).isZero());
        String items = Files.readString(report.resolve("items/001-u0001-example-org.ndjson"));
        Rig.Result verify = rig.verify(
                "--source-user",
                Rig.user(1),
                "--source-server",
                source.word(),
                "--target-server",
                target.word(),
                "--ignore-flags",
                "--show",
                "200");
        long lost = lines(verify.output(), "missing in ") - lines(verify.output(), "extra in ");
        long changed = lines(verify.output(), "altered in ")
                + lines(verify.output(), "different in ")
                + lines(verify.output(), "extra in ");
        assertThat(lines(items, "\"outcome\":\"failed\""))
                .as(verify.output() + items)
                .isEqualTo(lost);
        assertThat(lines(items, "\"changedByTarget\"") + lines(items, "engine.item.date-changed"))
                .as(verify.output() + items)
                .isPositive()
                .isEqualTo(changed);
    }

    private static long lines(String text, String word) {
        return text.lines().filter(line -> line.contains(word)).count();
    }

    private Rig fresh(Server target) {
        Rig rig = Rig.with(Server.SOURCE, target);
        rig.wipe(Server.SOURCE);
        rig.wipe(target);
        return rig;
    }

    private void migrate(Rig rig, Server source, Server target) throws Exception {
        Mailwain.Result run = project(rig, source, target).call("run");
        assertThat(run.exit()).as(run.output()).isZero();
    }

    private TestProject project(Rig rig, Server source, Server target) throws Exception {
        Path project = Files.createDirectories(folder.resolve(source.word() + "-" + target.word()));
        return TestProject.between(rig, project, source, target, 1, 1);
    }

    private static void same(Rig rig, int user, Server source, Server target) {
        Rig.Result result = rig.verify(
                "--source-user", Rig.user(user), "--source-server", source.word(), "--target-server", target.word());
        assertThat(result.exit()).as(result.output()).isZero();
    }
}
