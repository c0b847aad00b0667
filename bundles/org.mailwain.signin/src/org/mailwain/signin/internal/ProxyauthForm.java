package org.mailwain.signin.internal;

import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.osgi.service.component.annotations.Component;

/** LOGIN as the administrator, then PROXYAUTH: Sun, iPlanet, Oracle Communications. */
@Component(service = SignInForm.class)
public final class ProxyauthForm extends AdministratorForm {
    public ProxyauthForm() {
        super("proxyauth");
    }

    @Override
    SignIn signIn(MailboxRow row, Administrator administrator, Optional<String> setting) {
        return onBehalf(SignIn.Mechanism.PROXYAUTH, row, administrator);
    }
}
