package org.mailwain.discovery.internal;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.settings.Host;
import org.mailwain.discovery.Attempt;
import org.mailwain.discovery.Discovered;
import org.mailwain.discovery.Discovery;
import org.mailwain.discovery.DiscoveryFailure;
import org.mailwain.discovery.Finding;
import org.mailwain.discovery.Origin;

/** One search for one address, source after source, until a server answers. For one thread. */
final class Search {
    private static final Duration LOOK = Duration.ofSeconds(15);
    private static final Duration KNOCK = Duration.ofSeconds(20);

    private final Parts parts;
    private final MailboxAddress address;
    private final String domain;
    private final Discovery.Wish wish;
    private final Cancel cancel;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Discovered.Look> looks = new ArrayList<>();

    /** What a search works with. */
    record Parts(Library library, Web web, Names names, Door door, Places places) {}

    /** What one look gave: findings, or why there are none. */
    private record Sight(Origin origin, List<Finding> findings, Failure failure) {}

    private interface Look {
        List<Finding> look() throws FailureException;
    }

    private record Task(Origin origin, Look look) {}

    /** @param domain of the address, in ASCII and lower case */
    Search(Parts parts, MailboxAddress address, String domain, Discovery.Wish wish, Cancel cancel) {
        this.parts = parts;
        this.address = address;
        this.domain = domain;
        this.wish = wish;
        this.cancel = cancel;
    }

    Discovered run() throws CancelledException {
        preset();
        if (!wish.online()) {
            return new Discovered(address, findings, looks);
        }
        if (goOn()) {
            URI own = parts.places().autoconfig(domain, address);
            URI wellKnown = parts.places().wellKnown(domain);
            stage(List.of(page(Origin.Kind.AUTOCONFIG, own), page(Origin.Kind.WELL_KNOWN, wellKnown)));
        }
        if (goOn()) {
            stage(List.of(page(Origin.Kind.ISPDB, parts.places().ispdb(domain))));
        }
        if (goOn()) {
            stage(services());
        }
        List<String> exchangers = goOn() ? exchangers() : List.of();
        if (goOn()) {
            byExchangers(exchangers);
        }
        if (goOn()) {
            keep(Guesses.of(domain, address, exchangers));
        }
        return new Discovered(address, findings, looks);
    }

    private boolean goOn() {
        return wish.everything() || findings.stream().noneMatch(Finding::isUsable);
    }

    private void preset() throws CancelledException {
        Optional<Library.Entry> entry = parts.library().domain(domain);
        if (entry.isPresent()) {
            Origin origin = new Origin(Origin.Kind.PRESET, entry.get().file());
            looks.add(new Discovered.Look(origin, null));
            keep(findings(entry.get().config(), origin));
        }
    }

    private Task page(Origin.Kind kind, URI place) {
        // the address itself is no part of the place
        String shown = place.toString().replaceFirst("\\?.*", "");
        return new Task(new Origin(kind, shown), () -> read(kind, place));
    }

    private List<Finding> read(Origin.Kind kind, URI place) throws FailureException {
        Web.Page page = parts.web().get(place);
        String shown = page.place().toString().replaceFirst("\\?.*", "");
        try {
            return findings(ConfigReader.read(page.bytes()), new Origin(kind, shown));
        } catch (XMLStreamException e) {
            throw new FailureException(DiscoveryFailure.NOT_XML.with(shown, firstLine(e)), e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private List<Task> services() {
        return ServiceRecords.ALL.stream()
                .map(record -> new Task(
                        new Origin(Origin.Kind.SRV, record.name(domain)),
                        () -> record.findings(domain, address, parts.names())))
                .toList();
    }

    private List<String> exchangers() throws CancelledException {
        List<String> found = new ArrayList<>();
        Origin origin = new Origin(Origin.Kind.MX, domain);
        stage(List.of(new Task(origin, () -> {
            found.addAll(parts.names().exchangers(domain));
            return List.of();
        })));
        return List.copyOf(found);
    }

    private void byExchangers(List<String> exchangers) throws CancelledException {
        for (String host : exchangers) {
            Optional<Library.Entry> entry = parts.library().exchanger(host);
            if (entry.isPresent()) {
                Origin origin =
                        new Origin(Origin.Kind.MX, host + " " + entry.get().file());
                looks.add(new Discovered.Look(origin, null));
                keep(findings(entry.get().config(), origin));
                return;
            }
        }
        Set<String> bases = new LinkedHashSet<>();
        exchangers.stream().limit(2).forEach(host -> bases.addAll(Guesses.bases(host)));
        bases.remove(domain);
        stage(bases.stream()
                .map(base -> page(Origin.Kind.MX, parts.places().ispdb(base)))
                .toList());
    }

    /** Looks at several places at once, then tries what they name. */
    private void stage(List<Task> tasks) throws CancelledException {
        List<Sight> sights = new Fan(cancel, LOOK)
                .each(
                        tasks,
                        Search::look,
                        task -> new Sight(
                                task.origin(),
                                List.of(),
                                DiscoveryFailure.UNREACHABLE.with(task.origin().place(), LOOK)));
        List<Finding> found = new ArrayList<>();
        for (Sight sight : sights) {
            looks.add(new Discovered.Look(sight.origin(), sight.failure()));
            found.addAll(sight.findings());
        }
        keep(found);
    }

    private static Sight look(Task task) {
        try {
            return new Sight(task.origin(), task.look().look(), null);
        } catch (FailureException e) {
            return new Sight(task.origin(), List.of(), e.failure());
        }
    }

    private List<Finding> findings(ClientConfig config, Origin origin) {
        List<Finding> found = new ArrayList<>();
        for (ClientConfig.Server server : config.servers()) {
            String host = ClientConfig.filled(server.host(), address).toLowerCase(Locale.ROOT);
            String login = ClientConfig.filled(server.login(), address);
            if (Host.valid(host) && login.chars().noneMatch(Character::isISOControl)) {
                found.add(new Finding(
                        origin,
                        server.protocol(),
                        host,
                        server.port(),
                        server.protection(),
                        login,
                        server.authentication(),
                        server.bulk(),
                        server.enableAt(),
                        Attempt.NONE));
            }
        }
        return found;
    }

    /** Tries what is new of these, all at once; guesses that nobody answers are not worth a word. */
    private void keep(List<Finding> found) throws CancelledException {
        List<Finding> fresh = new ArrayList<>();
        for (Finding finding : found) {
            boolean known = findings.stream().anyMatch(other -> isSame(finding, other))
                    || fresh.stream().anyMatch(other -> isSame(finding, other));
            if (!known) {
                fresh.add(finding);
            }
        }
        List<Finding> tried = wish.online()
                ? new Fan(cancel, KNOCK)
                        .each(
                                fresh,
                                this::tried,
                                finding -> finding.tried(new Attempt(Attempt.State.SILENT, Optional.empty(), "")))
                : fresh;
        tried.stream()
                .filter(finding -> finding.origin().kind() != Origin.Kind.GUESS
                        || finding.attempt().state() != Attempt.State.SILENT)
                .forEach(findings::add);
    }

    private static boolean isSame(Finding one, Finding other) {
        return one.protocol() == other.protocol()
                && one.host().equals(other.host())
                && one.port() == other.port()
                && one.protection() == other.protection();
    }

    private Finding tried(Finding finding) {
        Attempt attempt = parts.door().knock(finding.protocol(), finding.host(), finding.port(), finding.protection());
        boolean unvouched = finding.origin().isUnvouched() && attempt.state() == Attempt.State.ANSWERS;
        if (unvouched && !Vouching.isOf(domain, finding.host(), attempt)) {
            return finding.tried(new Attempt(Attempt.State.TO_BE_CONFIRMED, attempt.certificate(), attempt.said()));
        }
        return finding.tried(attempt);
    }
}
