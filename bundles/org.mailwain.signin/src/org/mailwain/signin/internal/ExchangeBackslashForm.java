package org.mailwain.signin.internal;

import org.mailwain.api.signin.SignInForm;
import org.osgi.service.component.annotations.Component;

/** Exchange, with backslashes: domain, administrator, user, where the user is the mailbox alias. */
@Component(service = SignInForm.class)
public final class ExchangeBackslashForm extends ExchangeForm {
    public ExchangeBackslashForm() {
        super("exchange-backslash");
    }

    @Override
    String login(String domain, String administrator, String user) {
        return domain + "\\" + administrator + "\\" + Logins.local(user);
    }
}
