package org.mailwain.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.progress.Asks;

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
    void theCompletionScriptKnowsTheVerbsAndTheKindsOfThisInstallation() {
        assertThat(cli.run("completion")).isZero();
        assertThat(cli.output())
                .contains("complete -F")
                .contains("--follow")
                .contains("verify")
                .containsPattern("(?m)^.*\\bgraph\\b.*\\bimap\\b.*$");
    }

    @Test
    void aReportIsSignedAndWhoeverChangesItIsFoundOut() throws Exception {
        PlainCli typing = new PlainCli(new Typing());
        String demo = folder.resolve("demo").toString();
        assertThat(typing.run("demo", "--no-open", "--keep", demo)).isZero();
        String unsigned = folder.resolve("unsigned").toString();
        said(typing, 0, "Not signed", "report", "-p", demo, "-o", unsigned);
        said(typing, 1, "nobody signed that", "verify-report", unsigned);

        String pem = folder.resolve("signer.pem").toString();
        String shown = said(typing, 0, "Fingerprint", "key", "show", "-p", demo, "-o", pem);
        String fingerprint = shown.lines().findFirst().orElseThrow().replaceFirst(".*?: ", "");
        Path signed = folder.resolve("signed");
        said(typing, 0, fingerprint, "report", "-p", demo, "--originals", "-o", signed.toString());
        said(cli, 0, "signer unknown", "verify-report", signed.toString());
        said(cli, 0, "by the key that you gave", "verify-report", signed.toString(), "--key", pem);
        said(cli, 0, "by the key that you gave", "verify-report", signed.toString(), "--fingerprint", fingerprint);
        String other = "0".repeat(64);
        said(cli, 1, "not by the key", "verify-report", signed.toString(), "--fingerprint", other);
        said(cli, 5, "operations.key.unreadable", "verify-report", signed.toString(), "--fingerprint", "short");

        Path items = signed.resolve("folders.csv");
        Files.writeString(items, Files.readString(items).replace('1', '2'));
        assertThat(said(cli, 1, "Altered", "verify-report", signed.toString(), "--key", pem))
                .contains("changed  folders.csv");
        Path manifest = signed.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"size\":", "\"size\":1"));
        said(cli, 1, "Believe nothing", "verify-report", signed.toString());
    }

    private static String said(PlainCli cli, int exit, String words, String... arguments) {
        cli.output();
        int ended = cli.run(arguments);
        String output = cli.output();
        assertThat(output).as(String.join(" ", arguments)).contains(words);
        assertThat(ended).as(output).isEqualTo(exit);
        return output;
    }

    /** Somebody who types the master password. */
    private static final class Typing implements Asks {
        @Override
        public Optional<Secret> secret(Question question) {
            return Optional.of(Secret.of("master"));
        }

        @Override
        public boolean confirm(Question question) {
            return false;
        }

        @Override
        public void tell(Question notice) {
            // there is nothing to be done elsewhere
        }
    }

    @Test
    void limitsAreOfARunAndHaveARange() throws Exception {
        String project = folder.resolve("moving").toString();
        cli.run("init", project);
        said(cli, ExitCode.USAGE.number(), "1 to 1000", "limits", "-p", project, "--mailboxes", "0");
        said(cli, ExitCode.USAGE.number(), "source.bytesPerSecond", "limits", "-p", project, "--source-bytes", "many");
    }
}
