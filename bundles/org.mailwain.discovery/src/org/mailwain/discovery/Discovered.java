package org.mailwain.discovery;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.MailboxAddress;

/**
 * What was found for an address.
 *
 * @param findings in the order in which they are to be believed
 * @param looks where was looked, in order, also where nothing was found
 */
public record Discovered(MailboxAddress address, List<Finding> findings, List<Look> looks) {
    public Discovered {
        findings = List.copyOf(findings);
        looks = List.copyOf(looks);
    }

    /** @param failure why nothing was found there; null where something was */
    public record Look(Origin origin, Failure failure) {}

    /** Why there is no finding, for the person; whoever cannot look names up has not looked for this address at all. */
    public Failure nothing() {
        return looks.stream()
                .map(Look::failure)
                .filter(failure -> failure != null && failure.is(DiscoveryFailure.DNS))
                .findFirst()
                .map(failure -> DiscoveryFailure.NO_NAMES.with(
                        address.value(), failure.arguments().getLast()))
                .orElseGet(() -> DiscoveryFailure.NOTHING.with(address.value()));
    }

    /** The finding to take: of those that answer the first for IMAP, else the first. */
    public Optional<Finding> best() {
        List<Finding> answering = findings.stream().filter(Finding::isUsable).toList();
        return answering.stream()
                .filter(finding -> finding.protocol() == Protocol.IMAP)
                .findFirst()
                .or(() -> answering.stream().findFirst());
    }
}
