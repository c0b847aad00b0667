package org.mailwain.signin.internal;

import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.osgi.service.component.annotations.Component;

/** SASL PLAIN with the user as authorisation identity (RFC 4616): Cyrus, Zimbra, Kolab, Dovecot, James. */
@Component(service = SignInForm.class)
public final class PlainAuthzidForm extends AdministratorForm {
    public PlainAuthzidForm() {
        super("plain-authzid");
    }

    @Override
    SignIn signIn(MailboxRow row, Administrator administrator, Optional<String> setting) {
        return onBehalf(SignIn.Mechanism.PLAIN, row, administrator);
    }
}
