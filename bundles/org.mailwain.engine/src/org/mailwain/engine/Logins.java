package org.mailwain.engine;

import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Login;

/**
 * Who signs in for a row, on both sides. Quick: secrets are asked for only when a session signs in. Thread-safe.
 * Failures concern the row (scope MAILBOX).
 */
public interface Logins {
    Login source(MailboxRow row) throws FailureException;

    Login target(MailboxRow row) throws FailureException;

    /** The source as this row has it: the batch's, with the settings that the row gives in their place. */
    default Endpoint sourceEndpoint(Endpoint ofBatch, MailboxRow row) throws FailureException {
        return ofBatch;
    }
}
