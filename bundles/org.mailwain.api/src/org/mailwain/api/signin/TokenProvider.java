package org.mailwain.api.signin;

import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.progress.Asks;

/** Gets tokens from sign-in services. A service. */
public interface TokenProvider {
    /**
     * Does no I/O.
     *
     * @param store keeps what a person's sign-in left for the next runs
     * @param asks shows a person where to sign in; headless, tokens that need one fail
     */
    Tokens open(CredentialStore store, Asks asks);
}
