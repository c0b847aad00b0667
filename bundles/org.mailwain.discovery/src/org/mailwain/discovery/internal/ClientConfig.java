package org.mailwain.discovery.internal;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.discovery.Protection;
import org.mailwain.discovery.Protocol;

/**
 * A provider in the format of Mozilla's autoconfig, as far as we use it.
 *
 * @param domains of its addresses, in lower case
 * @param exchangers domains of MX hosts that lead to it, in lower case
 */
record ClientConfig(List<String> domains, List<String> exchangers, List<Server> servers) {
    ClientConfig {
        domains = List.copyOf(domains);
        exchangers = List.copyOf(exchangers);
        servers = List.copyOf(servers);
    }

    /** @param host and login with placeholders, as they stand in the file */
    record Server(
            Protocol protocol,
            String host,
            int port,
            Protection protection,
            String login,
            List<String> authentication,
            boolean bulk,
            Optional<String> enableAt) {
        Server {
            authentication = List.copyOf(authentication);
        }
    }

    static String filled(String text, MailboxAddress address) {
        return text.replace("%EMAILADDRESS%", address.value())
                .replace("%EMAILLOCALPART%", address.localPart())
                .replace("%EMAILDOMAIN%", address.domain());
    }
}
