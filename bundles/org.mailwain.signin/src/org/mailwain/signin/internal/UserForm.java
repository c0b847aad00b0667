package org.mailwain.signin.internal;

import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
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
    public SignIn signIn(
            MailboxRow row,
            SignIn.CredentialSource rowCredential,
            Optional<Administrator> administrator,
            Optional<String> setting) {
        return new SignIn(SignIn.Mechanism.PASSWORD, row.userName(), Optional.empty(), rowCredential);
    }
}
