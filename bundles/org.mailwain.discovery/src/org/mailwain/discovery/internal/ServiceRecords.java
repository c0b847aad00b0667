package org.mailwain.discovery.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.discovery.Attempt;
import org.mailwain.discovery.DiscoveryFailure;
import org.mailwain.discovery.Finding;
import org.mailwain.discovery.Origin;
import org.mailwain.discovery.Protection;
import org.mailwain.discovery.Protocol;

/** The SRV records of RFC 6186 and RFC 8314. */
record ServiceRecords(String label, Protocol protocol, Protection protection) {
    static final List<ServiceRecords> ALL = List.of(
            new ServiceRecords("_imaps", Protocol.IMAP, Protection.TLS),
            new ServiceRecords("_imap", Protocol.IMAP, Protection.STARTTLS),
            new ServiceRecords("_pop3s", Protocol.POP3, Protection.TLS),
            new ServiceRecords("_pop3", Protocol.POP3, Protection.STARTTLS));

    String name(String domain) {
        return label + "._tcp." + domain;
    }

    List<Finding> findings(String domain, MailboxAddress address, Names names) throws FailureException {
        String name = name(domain);
        List<Finding> found = new ArrayList<>();
        List<Names.Service> services = names.services(name);
        if (services.isEmpty()) {
            throw DiscoveryFailure.NOT_THERE.raise(name);
        }
        for (Names.Service service : services) {
            if (!service.host().isEmpty()) {
                found.add(new Finding(
                        new Origin(Origin.Kind.SRV, name),
                        protocol,
                        service.host().toLowerCase(Locale.ROOT),
                        service.port(),
                        protection,
                        address.value(),
                        List.of(),
                        false,
                        Optional.empty(),
                        Attempt.NONE));
            }
        }
        if (found.isEmpty()) {
            throw DiscoveryFailure.NOT_OFFERED.raise(name);
        }
        return found;
    }
}
