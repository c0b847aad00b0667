package org.mailwain.api.tenant;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.mail.MailboxAddress;

/**
 * A user of a tenant.
 *
 * @param login the name to sign in with
 * @param address the primary address; empty where there is no mailbox
 * @param others further addresses of the mailbox
 * @param licences ids of {@link Licence}
 * @param usageLocation two letters of ISO 3166
 * @param hidden from address lists
 */
public record TenantUser(
        String id,
        String login,
        String displayName,
        Optional<MailboxAddress> address,
        List<MailboxAddress> others,
        Set<String> licences,
        Optional<String> usageLocation,
        boolean enabled,
        boolean hidden) {
    public TenantUser {
        others = List.copyOf(others);
        licences = Set.copyOf(licences);
    }
}
