package org.mailwain.api.signin;

import java.util.List;
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

    /**
     * Whether what the batch says besides suits the form, so that a file is found wrong before anything is connected.
     *
     * @throws FailureException what is wrong with the setting, or that it is missing
     */
    default void check(Optional<String> setting) throws FailureException {}

    /**
     * How well the form suits a server, for the order in which forms are tried.
     *
     * @param words what the server shows before anybody signs in: capabilities, and greeting and ID where known
     * @return 0 where they say nothing, higher is likelier, below 0 where it cannot work
     */
    default int likelihood(List<String> words) {
        return 0;
    }

    /** The administrator's user name and credential. */
    record Administrator(String user, SignIn.CredentialSource credential) {}
}
