package org.mailwain.api.signin;

import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;

/**
 * What to send to sign in, as a form worked it out and a session carries it out.
 *
 * @param authenticationId who proves to be somebody
 * @param authorizationId whose mailbox is meant, where the mechanism has a field for it (SASL PLAIN, PROXYAUTH)
 * @param credential asked for at each sign-in, so that a token may have been renewed meanwhile
 */
public record SignIn(
        Mechanism mechanism, String authenticationId, Optional<String> authorizationId, CredentialSource credential) {
    public enum Mechanism {
        /** The strongest of PLAIN and LOGIN that the server offers. */
        PASSWORD,
        /** SASL PLAIN (RFC 4616). */
        PLAIN,
        /** The LOGIN command. */
        LOGIN,
        XOAUTH2,
        /** RFC 7628. */
        OAUTHBEARER,
        /** A token, by the one of the two above that the server offers. */
        TOKEN,
        /** LOGIN as the administrator, then PROXYAUTH user (Sun, Oracle). */
        PROXYAUTH,
        /** Kerio's AUTHENTICATE X-MASTERAUTH. */
        X_MASTERAUTH
    }

    /** Gives a password or a token that is valid now. May block and may ask the network; thread-safe. */
    @FunctionalInterface
    public interface CredentialSource {
        Secret current() throws FailureException;

        /**
         * Another one in place of one that a server refused before its time; the same where there is no other.
         *
         * @param refused as {@link #current()} gave it
         */
        default Secret renewed(Secret refused) throws FailureException {
            return current();
        }
    }

    public static SignIn password(String user, Secret password) {
        return new SignIn(Mechanism.PASSWORD, user, Optional.empty(), () -> password);
    }
}
