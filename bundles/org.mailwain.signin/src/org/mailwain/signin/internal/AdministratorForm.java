package org.mailwain.signin.internal;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.signin.SignInFailure;

/** What all forms have in common that sign in with an administrator's credential. */
abstract class AdministratorForm implements SignInForm {
    private final String id;

    AdministratorForm(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final boolean needsAdministrator() {
        return true;
    }

    @Override
    public void check(Optional<String> setting) throws FailureException {
        Settings.none(id, setting);
    }

    @Override
    public int likelihood(List<String> words) {
        return Likelihood.of(id, words);
    }

    @Override
    public final SignIn signIn(
            MailboxRow row,
            SignIn.CredentialSource rowCredential,
            Optional<Administrator> administrator,
            Optional<String> setting)
            throws FailureException {
        check(setting);
        if (administrator.isEmpty() || administrator.get().user().isBlank()) {
            throw SignInFailure.NO_ADMINISTRATOR.raise(id);
        }
        SignIn signIn = signIn(row, administrator.get(), setting);
        Logins.checked(signIn.authenticationId(), row);
        if (signIn.authorizationId().isPresent()) {
            Logins.checked(signIn.authorizationId().get(), row);
        }
        return signIn;
    }

    abstract SignIn signIn(MailboxRow row, Administrator administrator, Optional<String> setting)
            throws FailureException;

    /** One login name that holds both, with the administrator's password. */
    static SignIn combined(String login, Administrator administrator) {
        return new SignIn(SignIn.Mechanism.PASSWORD, login, Optional.empty(), administrator.credential());
    }

    /** The administrator by name, the user in a field of its own. */
    static SignIn onBehalf(SignIn.Mechanism mechanism, MailboxRow row, Administrator administrator) {
        return new SignIn(mechanism, administrator.user(), Optional.of(row.userName()), administrator.credential());
    }
}
