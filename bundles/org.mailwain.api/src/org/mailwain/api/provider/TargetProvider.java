package org.mailwain.api.provider;

import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.tenant.TenantProvider;

/** Opens mailboxes of one kind of server for writing. */
public interface TargetProvider extends EndpointProvider {
    /** Knows the organisation behind its endpoints: users, domains, licences. Empty where nobody can be asked. */
    default Optional<TenantProvider> tenants() {
        return Optional.empty();
    }

    /** Connects and signs in; blocks within the endpoint's limits. Several sessions may be open on one mailbox. */
    MailboxWriter open(Endpoint endpoint, Login login, SessionContext context) throws FailureException;
}
