package org.mailwain.api.provider;

import org.mailwain.api.failure.FailureException;

/** Opens mailboxes of one kind of server for reading. */
public interface SourceProvider extends EndpointProvider {
    /** Connects and signs in; blocks within the endpoint's limits. Several sessions may be open on one mailbox. */
    MailboxReader open(Endpoint endpoint, Login login, SessionContext context) throws FailureException;
}
