package org.mailwain.mail.internal.protocol;

import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.mail.MailFailure;

/** What one sign-in shows to the server: the same secret until it is refused, then another token, once. */
public final class Shown {
    private final SignIn signIn;
    private Secret secret;
    private boolean renewed;

    public Shown(SignIn signIn) {
        this.signIn = signIn;
    }

    /** May ask the network. */
    public Secret secret() throws FailureException {
        if (secret == null) {
            secret = signIn.credential().current();
        }
        return secret;
    }

    /** Whether there is another token to be shown after this refusal; a refused password is never tried again. */
    public boolean another(Failure refusal) throws FailureException {
        boolean refused = refusal.is(MailFailure.SIGN_IN_REJECTED) || refusal.is(MailFailure.SIGN_IN_EXPIRED);
        if (renewed || !refused || !isToken()) {
            return false;
        }
        renewed = true;
        Secret other = signIn.credential().renewed(secret());
        boolean differs = !other.equals(secret);
        secret = other;
        return differs;
    }

    private boolean isToken() {
        return switch (signIn.mechanism()) {
            case TOKEN, XOAUTH2, OAUTHBEARER -> true;
            case PASSWORD, PLAIN, LOGIN, PROXYAUTH, X_MASTERAUTH -> false;
        };
    }
}
