package org.mailwain.discovery.internal;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.mailwain.api.mail.MailboxAddress;

/** Where on the web settings are found; {@code %s} stands for the domain. */
record Places(String autoconfig, String wellKnown, String ispdb) {
    static final Places USUAL = new Places(
            "https://autoconfig.%s/mail/config-v1.1.xml",
            "https://%s/.well-known/autoconfig/mail/config-v1.1.xml", "https://autoconfig.thunderbird.net/v1.1/%s");

    /** The domain's own host is told the address, since what it answers may hang on it. */
    URI autoconfig(String domain, MailboxAddress address) {
        String value = URLEncoder.encode(address.value(), StandardCharsets.UTF_8);
        return URI.create(autoconfig.formatted(domain) + "?emailaddress=" + value);
    }

    URI wellKnown(String domain) {
        return URI.create(wellKnown.formatted(domain));
    }

    URI ispdb(String domain) {
        return URI.create(ispdb.formatted(domain));
    }
}
