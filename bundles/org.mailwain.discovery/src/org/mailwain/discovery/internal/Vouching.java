package org.mailwain.discovery.internal;

import java.util.Locale;
import org.mailwain.discovery.Attempt;

/** Whether a server that unsigned DNS led to is the mail domain's own (RFC 6186, section 6; RFC 6125). */
final class Vouching {
    private Vouching() {}

    static boolean isOf(String domain, String host, Attempt attempt) {
        return isWithin(domain, host)
                || attempt.certificate().stream()
                        .flatMap(certificate -> certificate.names().stream())
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(domain));
    }

    private static boolean isWithin(String domain, String host) {
        return host.equals(domain) || host.endsWith("." + domain);
    }
}
