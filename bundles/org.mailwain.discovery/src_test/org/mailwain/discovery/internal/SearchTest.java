package org.mailwain.discovery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.discovery.Attempt;
import org.mailwain.discovery.Discovered;
import org.mailwain.discovery.Discovery;
import org.mailwain.discovery.DiscoveryFailure;
import org.mailwain.discovery.DiscoveryFailureTexts;
import org.mailwain.discovery.Finding;
import org.mailwain.discovery.Origin;

class SearchTest {
    private static final String CONFIG = """
            <clientConfig><emailProvider id="x"><domain>example.org</domain>
            <incomingServer type="imap"><hostname>imap.%s</hostname><port>993</port><socketType>SSL</socketType>
            <username>%%EMAILLOCALPART%%</username></incomingServer>
            </emailProvider></clientConfig>""";

    private final Map<String, String> pages = new HashMap<>();
    private final Map<String, List<Names.Service>> services = new HashMap<>();
    private final Map<String, List<String>> exchangers = new HashMap<>();
    /** By host and port; what is not in it is silent. */
    private final Map<String, Attempt> doors = new HashMap<>();

    private boolean offline;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    private Discovery discovery() throws Exception {
        return new PlainDiscovery(
                new Search.Parts(LibraryTest.builtIn(), this::page, new FakeNames(), this::knock, Places.USUAL));
    }

    private Web.Page page(URI address) throws FailureException {
        asked.add(address.toString());
        String page = pages.get(address.toString());
        if (page == null) {
            throw DiscoveryFailure.NOT_THERE.raise(address);
        }
        return new Web.Page(address, page.getBytes(StandardCharsets.UTF_8));
    }

    private Attempt knock(Object protocol, String host, int port, Object protection) {
        asked.add(host + ":" + port);
        return doors.getOrDefault(host + ":" + port, new Attempt(Attempt.State.SILENT, Optional.empty(), ""));
    }

    private final class FakeNames implements Names {
        @Override
        public List<Service> services(String name) throws FailureException {
            if (offline) {
                throw DiscoveryFailure.DNS.raise(name, "no route");
            }
            return services.getOrDefault(name, List.of());
        }

        @Override
        public List<String> exchangers(String domain) {
            return exchangers.getOrDefault(domain, List.of());
        }
    }

    private void answers(String place, String... names) {
        Attempt.Certificate certificate =
                new Attempt.Certificate("CN=x", "CN=y", List.of(names), Instant.EPOCH, Instant.MAX, "00");
        doors.put(place, new Attempt(Attempt.State.ANSWERS, Optional.of(certificate), "* OK"));
    }

    private Discovered discover(String address) throws Exception {
        return discover(address, Discovery.Wish.USUAL);
    }

    private Discovered discover(String address, Discovery.Wish wish) throws Exception {
        return discovery().discover(new MailboxAddress(address), wish, Cancel.NEVER);
    }

    @Test
    void presetsNeedNobody() throws Exception {
        Discovered found = discover("anna@yahoo.com", new Discovery.Wish(false, false));
        assertThat(asked).isEmpty();
        assertThat(found.findings()).hasSize(3).allMatch(one -> one.origin().kind() == Origin.Kind.PRESET);
        assertThat(found.findings().get(0).login()).isEqualTo("anna@yahoo.com");
        assertThat(found.findings()).anyMatch(Finding::bulk);
        assertThat(discover("anna@icloud.com", new Discovery.Wish(false, false))
                        .findings()
                        .get(0)
                        .login())
                .isEqualTo("anna");
    }

    @Test
    void aPresetThatAnswersEndsTheSearch() throws Exception {
        answers("imap.gmail.com:993", "imap.gmail.com");
        assertThat(discover("anna@gmail.com").best().orElseThrow().host()).isEqualTo("imap.gmail.com");
        assertThat(asked).noneMatch(place -> place.startsWith("https"));
    }

    @Test
    void theDomainsOwnWordComesBeforeThatOfOthers() throws Exception {
        pages.put(
                "https://autoconfig.example.org/mail/config-v1.1.xml?emailaddress=anna%40example.org",
                CONFIG.formatted("own.example"));
        pages.put("https://autoconfig.thunderbird.net/v1.1/example.org", CONFIG.formatted("ispdb.example"));
        answers("imap.own.example:993");
        answers("imap.ispdb.example:993");
        Discovered found = discover("anna@example.org");
        Finding best = found.best().orElseThrow();
        assertThat(best.host()).isEqualTo("imap.own.example");
        assertThat(best.login()).isEqualTo("anna");
        assertThat(best.origin())
                .isEqualTo(new Origin(Origin.Kind.AUTOCONFIG, "https://autoconfig.example.org/mail/config-v1.1.xml"));
        assertThat(asked).noneMatch(place -> place.contains("thunderbird"));
        Discovered all = discover("anna@example.org", new Discovery.Wish(true, true));
        assertThat(all.findings().stream().map(one -> one.origin().kind()))
                .contains(Origin.Kind.AUTOCONFIG, Origin.Kind.ISPDB);
    }

    @Test
    void nobodyElseLearnsTheAddress() throws Exception {
        discover("anna@example.org");
        assertThat(asked.stream().filter(place -> place.contains("anna")))
                .singleElement()
                .asString()
                .startsWith("https://autoconfig.example.org/");
    }

    @Test
    void serviceRecordsCountOnlyWhereTheyStayInTheDomain() throws Exception {
        services.put(
                "_imaps._tcp.example.org",
                List.of(
                        new Names.Service("mail.example.org", 993, 0),
                        new Names.Service("mail.evil.test", 993, 0),
                        new Names.Service("mail.hoster.test", 993, 0)));
        services.put("_pop3s._tcp.example.org", List.of(new Names.Service("", 0, 0)));
        answers("mail.example.org:993", "mail.example.org");
        answers("mail.evil.test:993", "mail.evil.test");
        answers("mail.hoster.test:993", "mail.hoster.test", "example.org");
        Discovered found = discover("anna@example.org");
        assertThat(states(found))
                .containsEntry("mail.example.org", Attempt.State.ANSWERS)
                .containsEntry("mail.evil.test", Attempt.State.TO_BE_CONFIRMED)
                .containsEntry("mail.hoster.test", Attempt.State.ANSWERS);
        assertThat(found.looks())
                .anyMatch(look -> look.failure() != null && look.failure().is(DiscoveryFailure.NOT_OFFERED));
    }

    private static Map<String, Attempt.State> states(Discovered found) {
        Map<String, Attempt.State> states = new HashMap<>();
        found.findings()
                .forEach(one -> states.putIfAbsent(one.host(), one.attempt().state()));
        return states;
    }

    @Test
    void theExchangerLeadsToItsProviderAndAPersonHasToAgree() throws Exception {
        exchangers.put("example.org", List.of("example-org.mail.protection.outlook.com"));
        answers("outlook.office365.com:993", "outlook.com");
        Discovered found = discover("anna@example.org");
        assertThat(states(found)).containsEntry("outlook.office365.com", Attempt.State.TO_BE_CONFIRMED);
        assertThat(found.best()).isEmpty();
        assertThat(found.findings().get(0).origin().place()).contains("microsoft365.xml");
    }

    @Test
    void theExchangersDomainIsLookedUpWhereWeKnowNothing() throws Exception {
        exchangers.put("example.org", List.of("mx1.mail.hoster.co.uk"));
        pages.put("https://autoconfig.thunderbird.net/v1.1/hoster.co.uk", CONFIG.formatted("hoster.co.uk"));
        answers("imap.hoster.co.uk:993", "imap.hoster.co.uk");
        assertThat(states(discover("anna@example.org")))
                .containsEntry("imap.hoster.co.uk", Attempt.State.TO_BE_CONFIRMED);
        assertThat(asked).contains("https://autoconfig.thunderbird.net/v1.1/mail.hoster.co.uk");
    }

    @Test
    void guessesAreTriedAndOnlyThoseThatAnswerShown() throws Exception {
        answers("mail.example.org:993", "mail.example.org");
        doors.put(
                "imap.example.org:993",
                new Attempt(
                        Attempt.State.CERTIFICATE_REFUSED,
                        Optional.of(new Attempt.Certificate(
                                "CN=h", "CN=y", List.of("*.hoster.test"), Instant.EPOCH, Instant.MAX, "00")),
                        "no name"));
        Discovered found = discover("anna@example.org");
        assertThat(states(found))
                .containsEntry("mail.example.org", Attempt.State.ANSWERS)
                .containsEntry("imap.example.org", Attempt.State.CERTIFICATE_REFUSED)
                .hasSize(2);
        assertThat(found.best().orElseThrow().host()).isEqualTo("mail.example.org");
    }

    @Test
    void nothingFoundSaysWhereWasLooked() throws Exception {
        Discovered found = discover("anna@example.org");
        assertThat(found.findings()).isEmpty();
        assertThat(found.looks().stream().map(look -> look.origin().kind()))
                .contains(
                        Origin.Kind.AUTOCONFIG,
                        Origin.Kind.WELL_KNOWN,
                        Origin.Kind.ISPDB,
                        Origin.Kind.SRV,
                        Origin.Kind.MX);
    }

    @Test
    void hostsAndLoginsOfOthersAreChecked() throws Exception {
        pages.put(
                "https://autoconfig.thunderbird.net/v1.1/example.org",
                CONFIG.formatted("a b/../c\n").replace("imap.", "-"));
        assertThat(discover("anna@example.org").findings()).isEmpty();
    }

    @Test
    void aDomainThatIsNoneIsRefused() {
        for (String address : List.of("a@exa/mple.org", "a@exa%mple", "a@[1.2.3.4]", "a@x?y", "a@-x.org")) {
            assertThatThrownBy(() -> discover(address))
                    .as(address)
                    .isInstanceOfSatisfying(
                            FailureException.class,
                            e -> assertThat(e.failure().is(DiscoveryFailure.DOMAIN))
                                    .isTrue());
        }
    }

    @Test
    void anInternationalDomainIsAskedForInAscii() throws Exception {
        discover("anna@bücher.example");
        assertThat(asked).contains("imap.xn--bcher-kva.example:993");
    }

    @Test
    void aCancelEndsTheSearchWithinASecond() throws Exception {
        CancelSource cancel = new CancelSource();
        BiFunction<String, Integer, Attempt> stuck = (host, port) -> {
            cancel.request();
            try {
                Thread.sleep(Duration.ofMinutes(1));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Attempt.NONE;
        };
        Discovery discovery = new PlainDiscovery(new Search.Parts(
                LibraryTest.builtIn(),
                this::page,
                new FakeNames(),
                (protocol, host, port, protection) -> stuck.apply(host, port),
                Places.USUAL));
        long start = System.nanoTime();
        assertThatThrownBy(() -> discovery.discover(new MailboxAddress("anna@gmail.com"), Discovery.Wish.USUAL, cancel))
                .isInstanceOf(CancelledException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whoCannotLookNamesUpIsNotToldThatThereIsNothing() throws Exception {
        MailboxAddress nobody = new MailboxAddress("anna@nobody.test");
        assertThat(discovery()
                        .discover(nobody, Discovery.Wish.USUAL, Cancel.NEVER)
                        .nothing()
                        .code())
                .isEqualTo("discovery.nothing");
        offline = true;
        Failure failure =
                discovery().discover(nobody, Discovery.Wish.USUAL, Cancel.NEVER).nothing();
        assertThat(failure.code()).isEqualTo("discovery.nonames");
        assertThat(new DiscoveryFailureTexts()
                        .text(failure, Locale.ENGLISH)
                        .orElseThrow()
                        .sentence())
                .contains("anna@nobody.test", "no route");
    }

    @Test
    void everyCodeHasASentence() {
        for (DiscoveryFailure code : DiscoveryFailure.values()) {
            assertThat(new DiscoveryFailureTexts()
                            .text(code.with("first", 2), Locale.ENGLISH)
                            .orElseThrow()
                            .sentence())
                    .contains("first");
        }
    }
}
