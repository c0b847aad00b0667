package org.mailwain.signin.internal;

import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.osgi.service.component.annotations.Component;

/** Kerio's X-MASTERAUTH with the server's master password. */
@Component(service = SignInForm.class)
public final class MasterauthForm extends AdministratorForm {
    public MasterauthForm() {
        super("x-masterauth");
    }

    @Override
    SignIn signIn(MailboxRow row, Administrator administrator, Optional<String> setting) {
        return onBehalf(SignIn.Mechanism.X_MASTERAUTH, row, administrator);
    }
}
