package org.mailwain.signin.internal;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.osgi.service.component.annotations.Component;

/** Signs in as the user, with the user name and password of the row. */
@Component
public final class UserForm implements SignInForm {
    @Override
    public String id() {
        return "user";
    }

    @Override
    public boolean needsAdministrator() {
        return false;
    }

    @Override
    public void check(Optional<String> setting) throws FailureException {
        Settings.none(id(), setting);
    }

    @Override
    public int likelihood(List<String> words) {
        return Likelihood.of(id(), words);
    }

    @Override
    public SignIn signIn(
            MailboxRow row,
            SignIn.CredentialSource rowCredential,
            Optional<Administrator> administrator,
            Optional<String> setting)
            throws FailureException {
        check(setting);
        String login = Logins.checked(row.userName(), row);
        return new SignIn(SignIn.Mechanism.PASSWORD, login, Optional.empty(), rowCredential);
    }
}
