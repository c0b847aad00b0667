package org.mailwain.discovery.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.discovery.Attempt;
import org.mailwain.discovery.Finding;
import org.mailwain.discovery.Origin;
import org.mailwain.discovery.Protection;
import org.mailwain.discovery.Protocol;

/** Usual names of servers. */
final class Guesses {
    private Guesses() {}

    /** @param exchangers hosts of the MX records, of which those in the domain may serve mailboxes too */
    static List<Finding> of(String domain, MailboxAddress address, List<String> exchangers) {
        List<String> shared = new ArrayList<>(List.of("mail." + domain));
        exchangers.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .filter(host -> host.endsWith("." + domain))
                .limit(2)
                .forEach(shared::add);
        shared.add(domain);
        List<Finding> guesses = new ArrayList<>();
        for (Protocol protocol : Protocol.values()) {
            List<String> hosts = new ArrayList<>(List.of((protocol == Protocol.IMAP ? "imap." : "pop.") + domain));
            if (protocol == Protocol.POP3) {
                hosts.add("pop3." + domain);
            }
            hosts.addAll(shared);
            for (Protection protection : List.of(Protection.TLS, Protection.STARTTLS)) {
                hosts.forEach(host -> guesses.add(guess(protocol, host, protection, address)));
            }
        }
        return guesses;
    }

    private static Finding guess(Protocol protocol, String host, Protection protection, MailboxAddress address) {
        return new Finding(
                new Origin(Origin.Kind.GUESS, host),
                protocol,
                host,
                protocol.port(protection),
                protection,
                address.value(),
                List.of(),
                false,
                Optional.empty(),
                Attempt.NONE);
    }

    /**
     * Domains under which the ISPDB may know the provider of an MX host: the name without its first label, and the
     * last two labels, or three where the last but one is as short as {@code co} in {@code co.uk}.
     */
    static List<String> bases(String exchanger) {
        String host = exchanger.toLowerCase(Locale.ROOT);
        String[] labels = host.split("\\.");
        if (labels.length < 2) {
            return List.of();
        }
        int last =
                labels.length > 2 && labels[labels.length - 2].length() <= 3 && labels[labels.length - 1].length() == 2
                        ? 3
                        : 2;
        List<String> bases = new ArrayList<>();
        if (labels.length > last) {
            bases.add(host.substring(host.indexOf('.') + 1));
        }
        bases.add(String.join(".", List.of(labels).subList(labels.length - last, labels.length)));
        return bases.stream().distinct().toList();
    }
}
