package org.mailwain.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {
    private final PlainCli cli = new PlainCli();

    @TempDir
    private Path folder;

    @Test
    void theDemoShowsTheWholeWay() {
        int exit = cli.run("demo", "--no-open", "--keep", folder.resolve("demo").toString());
        String output = cli.output();
        assertThat(exit).as(output).isZero();
        assertThat(output)
                .contains("$ mailwain check demo --connect")
                .contains("$ mailwain plan demo")
                .contains("$ mailwain run demo")
                .contains("compared byte for byte")
                .contains("Done: 0 ");
        assertThat(folder.resolve("demo/report/index.html")).exists();
    }

    @Test
    void everyVerbHasHelpWithAnExample() {
        cli.run("--help");
        String help = cli.output();
        for (String verb : Cli.verbs()) {
            assertThat(help).contains(verb);
            assertThat(cli.run(verb, "--help")).as(verb).isZero();
            assertThat(cli.output())
                    .as(verb)
                    .contains("Usage: mailwain " + verb)
                    .containsIgnoringCase("example");
        }
    }

    @Test
    void aNewProjectIsCheckedWithTheLinesToFillIn() {
        Path project = folder.resolve("moving");
        assertThat(cli.run("init", project.toString())).as(cli.output()).isZero();
        assertThat(cli.run("check", "--project", project.toString())).isEqualTo(ExitCode.OK.number());
        assertThat(cli.run("run", "--project", project.toString())).isNotZero();
    }

    @Test
    void whatIsWrongIsSaidWithFileLineAndColumn() throws Exception {
        Path project = folder.resolve("moving");
        cli.run("init", project.toString());
        Path endpoint = project.resolve("source.endpoint.yaml");
        Files.writeString(
                endpoint,
                Files.readString(endpoint)
                        .replace("security: tls", "securty: tls")
                        .replace("imap.old.example", "a b"));
        cli.output();
        assertThat(cli.run("check", "--project", project.toString())).isEqualTo(ExitCode.PROBLEMS.number());
        assertThat(cli.output())
                .contains("source.endpoint.yaml:")
                .contains("securty")
                .contains("security");
    }

    @Test
    void anUnknownVerbOrBatchIsExplained() {
        assertThat(cli.run("frobnicate")).isEqualTo(ExitCode.USAGE.number());
        assertThat(cli.output()).contains("frobnicate");
        assertThat(cli.run("run", "--project", folder.toString())).isEqualTo(ExitCode.PROBLEMS.number());
    }

    @Test
    void theCompletionScriptKnowsTheVerbs() {
        assertThat(cli.run("completion")).isZero();
        assertThat(cli.output()).contains("complete -F").contains("--follow").contains("verify");
    }
}
