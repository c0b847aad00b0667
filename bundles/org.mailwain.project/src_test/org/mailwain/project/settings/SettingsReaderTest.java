package org.mailwain.project.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.settings.Bytes;
import org.mailwain.api.settings.Default;
import org.mailwain.api.settings.Host;
import org.mailwain.api.settings.Named;
import org.mailwain.api.settings.Range;
import org.mailwain.api.settings.Required;
import org.mailwain.api.settings.SettingsInput;
import org.mailwain.project.text.Encoding;
import org.mailwain.project.text.TextContent;
import org.mailwain.project.yaml.YamlDocument;
import org.mailwain.project.yaml.YamlNode;

class SettingsReaderTest {
    enum Security {
        TLS,
        START_TLS
    }

    sealed interface Trust {
        @Named("system")
        record System() implements Trust {}

        @Named("ca-file")
        record CaFile(@Required Path file) implements Trust {}

        @Named("pinned")
        record Pinned(
                @Required String sha256, @Default("true") boolean strict) implements Trust {}
    }

    record Limits(
            @Default("20") @Range(min = 1, max = 100) int connections,
            @Default("1 MB") Bytes block) {}

    record Rule(@Required String from, Optional<String> to) {}

    record Sample(
            @Required Host host,
            Optional<Integer> port,
            @Default("tls") Security security,
            @Default("30 s") @Range(min = 1, max = 600) Duration timeout,
            @Default("system") Trust trust,
            boolean compress,
            Optional<Secret> key,
            Optional<Instant> since,
            List<String> names,
            List<Rule> rules,
            Limits limits) {}

    @TempDir
    private Path folder;

    private final List<String> found = new ArrayList<>();
    private final List<List<String>> suggested = new ArrayList<>();

    @Test
    void takesDefaultsWhereNothingIsSaid() {
        Sample sample = read("host: imap.example.org\n").orElseThrow();

        assertThat(sample.security()).isEqualTo(Security.TLS);
        assertThat(sample.timeout()).isEqualTo(Duration.ofSeconds(30));
        assertThat(sample.trust()).isEqualTo(new Trust.System());
        assertThat(sample.limits()).isEqualTo(new Limits(20, new Bytes(1_000_000)));
        assertThat(sample.port()).isEmpty();
        assertThat(sample.rules()).isEmpty();
    }

    @Test
    void readsEveryKindOfValue() throws Exception {
        Files.writeString(folder.resolve("ca.pem"), "x");
        Sample sample = read("""
            host: "münchen.example"
            port: 1993
            security: start-tls
            timeout: 2 min
            trust: {ca-file: ca.pem}
            compress: true
            key: "@store:mine"
            since: 2024-02-03
            names: [a, "2"]
            rules:
              - from: X
                to: Y
              - from: Z
            limits:
              block: 64 KiB
            """).orElseThrow();

        assertThat(sample.host().name()).isEqualTo("münchen.example");
        assertThat(sample.port()).contains(1993);
        assertThat(sample.security()).isEqualTo(Security.START_TLS);
        assertThat(sample.timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(sample.trust()).isEqualTo(new Trust.CaFile(folder.resolve("ca.pem")));
        assertThat(sample.compress()).isTrue();
        assertThat(sample.key()).contains(Secret.of("mine"));
        assertThat(sample.since()).contains(Instant.parse("2024-02-03T00:00:00Z"));
        assertThat(sample.names()).containsExactly("a", "2");
        assertThat(sample.rules()).containsExactly(new Rule("X", Optional.of("Y")), new Rule("Z", Optional.empty()));
        assertThat(sample.limits().block()).isEqualTo(new Bytes(65_536));
    }

    @Test
    void collectsEveryFaultWithItsPlace() {
        read("""
            hst: x
            host: imap://imap.example.org/
            port: 70000
            security: ssl
            timeout: 5
            trust: {pinned: }
            compress: yes
            key: open-sesame
            since: yesterday
            names: one
            rules:
              - form: X
            limits:
              connections: 0
              block: [1]
            """);

        assertThat(found)
                .containsExactlyInAnyOrder(
                        "1:1 unknown-near",
                        "2:7 not-host",
                        "3:7 not-port",
                        "4:11 not-one-of",
                        "5:10 not-duration",
                        "6:9 missing",
                        "7:11 not-truth",
                        "8:6 secret",
                        "9:8 not-moment",
                        "10:8 not-list",
                        "12:5 unknown-near",
                        "12:5 missing",
                        "14:16 range",
                        "15:10 not-single");
        assertThat(suggested).contains(List.of("host"), List.of("imap.example.org"), List.of("true"), List.of("from"));
    }

    @Test
    void tellsWhatIsMissingOrEmpty() {
        assertThat(read("# nothing\n")).isEmpty();
        assertThat(found).containsExactly("2:1 missing");
        found.clear();
        read("host:\n");
        assertThat(found).containsExactly("1:6 empty");
    }

    @Test
    void missesNothingWhereASyntaxErrorHidesAPart() {
        read("port: 12\nhost: [x\n");
        assertThat(found).isEmpty();
    }

    @Test
    void takesAnEmptyGroupOrListForNoneGiven() {
        Sample sample = read("host: h\nlimits:\nnames:\nrules: ~\n").orElseThrow();
        assertThat(sample.limits().connections()).isEqualTo(20);
        assertThat(sample.names()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsAFault() {
        read("host: h\ntrust: {ca-file: {file: nowhere.pem}}\n");
        assertThat(found).containsExactly("2:25 file-missing");
    }

    @Test
    void choosesByWordAndByGroup() {
        assertThat(read("host: h\ntrust: {pinned: {sha256: AB}}\n")
                        .orElseThrow()
                        .trust())
                .isEqualTo(new Trust.Pinned("AB", true));
        assertThat(read("host: h\ntrust: pined\n")).isEmpty();
        assertThat(found).containsExactly("2:8 not-one-of");
        assertThat(suggested).containsExactly(List.of("pinned"));
    }

    @Test
    void findsTheNearestName() {
        List<String> known = List.of("EmailAddress", "UserName", "Password", "UserRoot", "host", "port");
        assertThat(Nearest.of("Email Address", known)).first().isEqualTo("EmailAddress");
        assertThat(Nearest.of("emailadress", known)).first().isEqualTo("EmailAddress");
        assertThat(Nearest.of("Pasword", known)).first().isEqualTo("Password");
        assertThat(Nearest.of("User-Name", known)).first().isEqualTo("UserName");
        assertThat(Nearest.of("hots", known)).first().isEqualTo("host");
        assertThat(Nearest.of("Department", known)).isEmpty();
    }

    @Test
    void readsWrittenValues() {
        assertThat(Written.duration("3 d")).contains(Duration.ofDays(3));
        assertThat(Written.duration("3")).isEmpty();
        assertThat(Written.duration("99999999999 s")).isEmpty();
        assertThat(Written.moment("2024-01-31 12:00")).contains(Instant.parse("2024-01-31T12:00:00Z"));
        assertThat(Written.moment("2024-01-31T12:00+01:00")).contains(Instant.parse("2024-01-31T11:00:00Z"));
        assertThat(Written.moment("31.1.2024")).isEmpty();
        assertThat(Written.bytes("999999999999999 TB")).isEmpty();
    }

    private Optional<Sample> read(String text) {
        YamlDocument document = YamlDocument.read("x.yaml", new TextContent(text, Encoding.UTF_8));
        List<Finding> findings = new ArrayList<>();
        SettingsContext context = new SettingsContext(folder, SecretNames.UNOPENED);
        SettingsReader reader = new SettingsReader(context, findings, document.complete());
        SettingsInput.Group input = document.root() instanceof YamlNode.Mapping mapping
                ? YamlInput.group(mapping)
                : new SettingsInput.Group(List.of(), document.root());
        Optional<Sample> sample = reader.read(Sample.class, input);
        for (Finding finding : findings) {
            int offset = YamlInput.span(finding.place()).start();
            String code = finding.failure().code().replace("project.setting.", "");
            found.add(document.lines().line(offset) + ":" + document.lines().column(offset) + " " + code);
            suggested.add(finding.suggestions());
        }
        return sample;
    }
}
