package org.mailwain.signin.internal;

import org.mailwain.api.signin.SignInForm;
import org.osgi.service.component.annotations.Component;

/** Exchange: {@code admin@domain}, a backslash, and the user as he stands in the list, alias or whole address. */
@Component(service = SignInForm.class)
public final class ExchangeUpnForm extends ExchangeForm {
    public ExchangeUpnForm() {
        super("exchange-upn");
    }

    @Override
    String login(String domain, String administrator, String user) {
        return administrator + "@" + domain + "\\" + user;
    }
}
