package org.mailwain.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.dropins.DropIn;
import org.mailwain.dropins.DropInFailure;

class EndpointsTest {
    static final List<DropIn> DROP_INS = List.of(new DropIn(
            "old.jar",
            Optional.of("org.example.old"),
            Optional.of("1.0.0"),
            List.of(),
            Optional.of(
                    DropInFailure.API_VERSION.with("old.jar", "org.mailwain.api.provider", "[2.0.0,3.0.0)", "1.0.0"))));

    private final PlainCli cli = new PlainCli();

    @Test
    void listsKindsAndSaysWhyADropInIsOfNoUse() {
        assertThat(cli.run("endpoints", "--kinds")).isEqualTo(1);
        assertThat(cli.output())
                .containsPattern("imap +source and target +-  +host, port, security, ")
                .contains("dropins/old.jar was built for another version of our API: it wants "
                        + "org.mailwain.api.provider [2.0.0,3.0.0), and this is 1.0.0.");
        assertThat(cli.run("endpoints", "--kinds", "--json")).isEqualTo(1);
        assertThat(cli.output())
                .contains("\"kind\":\"imap\"", "\"code\":\"dropins.api\"", "\"type\":\"tls, starttls or none\"");
    }

    @Test
    void showsAllSettingsOfAKind() {
        assertThat(cli.run("endpoints", "--kinds", "imap")).isZero();
        assertThat(cli.output())
                .contains("## imap: source and target")
                .contains("- `host`: host name or address, required. Name or address of the IMAP server.")
                .contains("- `allowInsecure`: true or false, `false` by default, where `security` is `none`.")
                .contains("        - `file`: path, relative to the project, required.")
                .contains("- `commandLength`: number, 1000 to 1000000, `8000` by default, seldom needed.");
        assertThat(cli.run("endpoints", "imapp")).isNotZero();
        assertThat(cli.output()).contains("imapp").contains("imap");
    }

    @Test
    void listsTheEndpointsOfAProject(@TempDir Path folder) {
        cli.run("init", folder.resolve("moving").toString());
        cli.output();
        cli.run("endpoints", "--project", folder.resolve("moving").toString());
        assertThat(cli.output()).containsPattern("source +imap").containsPattern("target +imap");
    }
}
