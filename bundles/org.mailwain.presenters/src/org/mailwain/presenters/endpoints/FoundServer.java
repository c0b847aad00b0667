package org.mailwain.presenters.endpoints;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.discovery.Discovered;
import org.mailwain.discovery.Discovery;
import org.mailwain.discovery.Finding;
import org.mailwain.discovery.Protection;
import org.mailwain.discovery.Protocol;
import org.mailwain.operations.DiscoverOperation;
import org.mailwain.operations.Services;
import org.mailwain.project.yaml.YamlPath;
import org.mailwain.project.yaml.YamlValue;

/**
 * A server that was found for an address, as what to write into an endpoint's file.
 *
 * @param state what came of knocking there: the name of one of the states of an attempt
 */
public record FoundServer(String kind, String host, int port, String security, String login, String state) {
    /**
     * Waits for the network, a minute at most. Those that answer come first.
     *
     * @throws FailureException also where nothing was found, with what to do then
     */
    public static List<FoundServer> find(Services services, String address, Cancel cancel) throws FailureException {
        Discovered found = new DiscoverOperation(services, address, Discovery.Wish.USUAL).discover(cancel);
        if (found.findings().isEmpty()) {
            throw new FailureException(found.nothing());
        }
        Optional<Finding> best = found.best();
        return java.util.stream.Stream.concat(best.stream(), found.findings().stream())
                .map(FoundServer::of)
                .distinct()
                .toList();
    }

    private static FoundServer of(Finding finding) {
        return new FoundServer(
                finding.protocol() == Protocol.IMAP ? "imap" : "pop",
                finding.host(),
                finding.port(),
                finding.protection().name().toLowerCase(Locale.ROOT),
                finding.login(),
                finding.attempt().state().name());
    }

    /** Settings in the order in which they are written; the port only where it is not the usual one. */
    public Map<YamlPath, Optional<YamlValue>> settings() {
        Map<YamlPath, Optional<YamlValue>> settings = new LinkedHashMap<>();
        settings.put(EndpointForm.KIND, Optional.of(YamlValue.literal(kind)));
        settings.put(YamlPath.of("host"), Optional.of(YamlValue.text(host)));
        Protocol protocol = kind.equals("imap") ? Protocol.IMAP : Protocol.POP3;
        boolean usual = port == protocol.port(Protection.valueOf(security.toUpperCase(Locale.ROOT)));
        settings.put(YamlPath.of("port"), usual ? Optional.empty() : Optional.of(YamlValue.literal(port)));
        settings.put(YamlPath.of("security"), Optional.of(YamlValue.literal(security)));
        return settings;
    }
}
