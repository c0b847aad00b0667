package org.mailwain.signin.internal;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.signin.SignInFailure;
import org.osgi.service.component.annotations.Component;

/** A login after the template in the setting, with the row's own password. */
@Component
public final class UserTemplateForm implements SignInForm {
    @Override
    public String id() {
        return "user-template";
    }

    @Override
    public boolean needsAdministrator() {
        return false;
    }

    @Override
    public void check(Optional<String> setting) throws FailureException {
        template(setting);
    }

    /** Says nothing without a setting, so that nobody tries it unasked. */
    @Override
    public int likelihood(List<String> words) {
        return -1;
    }

    @Override
    public SignIn signIn(
            MailboxRow row,
            SignIn.CredentialSource rowCredential,
            Optional<Administrator> administrator,
            Optional<String> setting)
            throws FailureException {
        String login = Logins.checked(template(setting).fill(row, ""), row);
        return new SignIn(SignIn.Mechanism.PASSWORD, login, Optional.empty(), rowCredential);
    }

    private LoginTemplate template(Optional<String> setting) throws FailureException {
        if (setting.isEmpty() || setting.get().isBlank()) {
            throw SignInFailure.NO_TEMPLATE.raise(id());
        }
        return LoginTemplate.parse(setting.get(), false);
    }
}
