package org.mailwain.api.provider;

import org.mailwain.api.failure.FailureException;

/** Opens mailboxes of one kind of server for writing. */
public interface TargetProvider extends EndpointProvider {
    /** Connects and signs in; blocks within the endpoint's limits. Several sessions may be open on one mailbox. */
    MailboxWriter open(Endpoint endpoint, Login login, SessionContext context) throws FailureException;
}
