package org.mailwain.api.signin;

import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;

/** One way of signing in to somebody's mailbox: a row and perhaps an administrator become a {@link SignIn}. A service. */
public interface SignInForm {
    /** The word that stands under {@code form:} in a batch, for example {@code user} or {@code dovecot-master}. */
    String id();

    /** Whether the form needs an administrator's login. */
    boolean needsAdministrator();

    /**
     * @param administrator present when {@link #needsAdministrator()}
     * @param setting what the batch says besides (a separator, a template), if anything
     */
    SignIn signIn(
            MailboxRow row,
            SignIn.CredentialSource rowCredential,
            Optional<Administrator> administrator,
            Optional<String> setting)
            throws FailureException;

    /** The administrator's user name and credential. */
    record Administrator(String user, SignIn.CredentialSource credential) {}
}
