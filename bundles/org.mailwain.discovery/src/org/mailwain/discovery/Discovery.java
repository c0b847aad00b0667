package org.mailwain.discovery;

import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Cancel;

/**
 * Finds the servers of a mail address: presets by domain, the domain's own autoconfig, Mozilla's ISPDB, SRV records
 * (RFC 6186), the domain that its MX leads to, guesses. A service; thread-safe.
 */
public interface Discovery {
    /**
     * @param online whether anything outside this machine may be asked; without it only presets are found, untried
     * @param everything go on although a server that answers is found
     */
    record Wish(boolean online, boolean everything) {
        public static final Wish USUAL = new Wish(true, false);
    }

    /**
     * Blocks, a minute at most. Nobody signs in and no password is needed; the address itself is told to the domain's
     * own hosts, its domain to the ISPDB.
     *
     * @throws FailureException {@link DiscoveryFailure#DOMAIN} for a domain that cannot be one, or a cancel; what goes
     *     wrong on the way is in {@link Discovered#looks()}
     */
    Discovered discover(MailboxAddress address, Wish wish, Cancel cancel) throws FailureException;
}
