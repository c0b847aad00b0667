package org.mailwain.cli.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.discovery.Attempt;
import org.mailwain.discovery.Discovered;
import org.mailwain.discovery.DiscoveryFailure;
import org.mailwain.discovery.Finding;
import org.mailwain.discovery.Origin;
import org.mailwain.discovery.Protection;
import org.mailwain.discovery.Protocol;

class DiscoverTest {
    private final PlainCli cli = new PlainCli();

    /** What is found for addresses of three domains, and nothing for others. */
    static Discovered found(MailboxAddress address) {
        Attempt.Certificate certificate = new Attempt.Certificate(
                "CN=x", "CN=Authority", List.of("*.hoster.test"), Instant.EPOCH, Instant.EPOCH, "c0ffee");
        Origin origin = new Origin(Origin.Kind.SRV, "_imaps._tcp." + address.domain());
        return switch (address.domain()) {
            case "good.test" ->
                new Discovered(address, List.of(finding(origin, Attempt.State.ANSWERS, certificate)), List.of());
            case "wrong.test" ->
                new Discovered(
                        address,
                        List.of(finding(origin, Attempt.State.CERTIFICATE_REFUSED, certificate)),
                        List.of(new Discovered.Look(origin, null)));
            default ->
                new Discovered(
                        address,
                        List.of(),
                        List.of(new Discovered.Look(origin, DiscoveryFailure.NOT_THERE.with(origin.place()))));
        };
    }

    private static Finding finding(Origin origin, Attempt.State state, Attempt.Certificate certificate) {
        return new Finding(
                origin,
                Protocol.IMAP,
                "imap.hoster.test",
                1993,
                Protection.TLS,
                "anna",
                List.of("OAuth2"),
                false,
                Optional.of("https://hoster.test/allow"),
                new Attempt(state, Optional.of(certificate), "* OK \u001b[31mhello"));
    }

    @Test
    void showsWhereItCameFromAndWhatToWrite() {
        assertThat(cli.run("discover", "anna@good.test")).isZero();
        assertThat(cli.output())
                .contains("imap.hoster.test:1993  tls  answers", "from the DNS record _imaps._tcp.good.test")
                .contains("login: anna", "takes: OAuth2", "https://hoster.test/allow")
                .contains("  host: imap.hoster.test", "  security: tls", "  port: 1993");
    }

    @Test
    void aCertificateThatDoesNotFitIsShownAndNotSuggested() {
        assertThat(cli.run("discover", "anna@wrong.test")).isEqualTo(ExitCode.ATTENTION.number());
        assertThat(cli.output())
                .contains("its certificate does not fit", "*.hoster.test", "CN=Authority", "c0ffee")
                .doesNotContain("  host: ", "\u001b");
    }

    @Test
    void nothingFoundSaysWhereWasLookedAndWhatToDo() {
        assertThat(cli.run("discover", "anna@nothing.test")).isEqualTo(ExitCode.FAILED.number());
        assertThat(cli.output())
                .contains("_imaps._tcp.nothing.test", "No mail server was found for anna@nothing.test")
                .contains("[discovery.nothing]");
        assertThat(cli.run("discover", "anna")).isEqualTo(ExitCode.FAILED.number());
        assertThat(cli.output()).contains("is no mail address");
    }

    @Test
    void aScriptGetsAllOfIt() {
        assertThat(cli.run("discover", "anna@wrong.test", "--json")).isEqualTo(ExitCode.ATTENTION.number());
        assertThat(cli.output())
                .startsWith("{\"address\":\"anna@wrong.test\",\"best\":null")
                .contains("\"state\":\"certificate-refused\"", "\"kind\":\"srv\"");
    }

    @Test
    void theFormsBenchKeepsItsBounds() {
        assertThat(cli.run("check", "--tries", "3")).isEqualTo(ExitCode.USAGE.number());
        assertThat(cli.output()).contains("--forms");
    }
}
