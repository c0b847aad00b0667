package org.mailwain.signin.internal;

import org.mailwain.api.signin.SignInForm;
import org.osgi.service.component.annotations.Component;

/** Exchange's {@code Domain/Admin/User}, where the user is the mailbox alias. */
@Component(service = SignInForm.class)
public final class ExchangeSlashForm extends ExchangeForm {
    public ExchangeSlashForm() {
        super("exchange");
    }

    @Override
    String login(String domain, String administrator, String user) {
        return domain + "/" + administrator + "/" + Logins.local(user);
    }
}
