package org.mailwain.signin.internal;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.signin.SignInFailure;
import org.osgi.service.component.annotations.Component;

/** A login after the template in the setting, with the administrator's password. */
@Component(service = SignInForm.class)
public final class TemplateForm extends AdministratorForm {
    public TemplateForm() {
        super("template");
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
    SignIn signIn(MailboxRow row, Administrator administrator, Optional<String> setting) throws FailureException {
        return combined(template(setting).fill(row, administrator.user()), administrator);
    }

    private LoginTemplate template(Optional<String> setting) throws FailureException {
        if (setting.isEmpty() || setting.get().isBlank()) {
            throw SignInFailure.NO_TEMPLATE.raise(id());
        }
        return LoginTemplate.parse(setting.get(), true);
    }
}
