package org.mailwain.api.signin;

import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;

/** The tokens of a project: asked for when first needed, kept, and renewed before they end. Thread-safe. */
public interface Tokens {
    /**
     * Does no I/O.
     *
     * @param user whose mailbox is meant; some tokens are for one user, others for all
     * @param cancel ends waits for the network or a person
     * @return gives a token with at least some minutes left; asks a person where only that helps
     * @throws FailureException where the request can never be met
     */
    SignIn.CredentialSource source(TokenRequest request, String user, Cancel cancel) throws FailureException;
}
