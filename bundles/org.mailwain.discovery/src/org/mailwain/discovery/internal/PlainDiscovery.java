package org.mailwain.discovery.internal;

import java.net.IDN;
import java.util.Locale;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.settings.Host;
import org.mailwain.discovery.Discovered;
import org.mailwain.discovery.Discovery;
import org.mailwain.discovery.DiscoveryFailure;

/** The discovery over given parts. */
final class PlainDiscovery implements Discovery {
    private final Search.Parts parts;

    PlainDiscovery(Search.Parts parts) {
        this.parts = parts;
    }

    @Override
    public Discovered discover(MailboxAddress address, Wish wish, Cancel cancel) throws FailureException {
        return new Search(parts, address, ascii(address.domain()), wish, cancel).run();
    }

    private static String ascii(String domain) throws FailureException {
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            if (Host.valid(ascii) && ascii.indexOf(':') < 0) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            throw new FailureException(DiscoveryFailure.DOMAIN.with(domain), e);
        }
        throw DiscoveryFailure.DOMAIN.raise(domain);
    }
}
