package org.mailwain.signin.internal;

import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.signin.SignInFailure;
import org.osgi.service.component.annotations.Component;

/** Dovecot's {@code user*admin}; the setting is the server's auth_master_user_separator. */
@Component(service = SignInForm.class)
public final class DovecotMasterForm extends AdministratorForm {
    private static final String USUAL = "*";

    public DovecotMasterForm() {
        super("dovecot-master");
    }

    /** Dovecot looks at the first character alone. */
    @Override
    public void check(Optional<String> setting) throws FailureException {
        String separator = setting.orElse(USUAL);
        if (separator.codePointCount(0, separator.length()) != 1
                || separator.isBlank()
                || Character.isLetterOrDigit(separator.codePointAt(0))
                || Character.isISOControl(separator.codePointAt(0))) {
            throw SignInFailure.SEPARATOR.raise(separator);
        }
    }

    @Override
    SignIn signIn(MailboxRow row, Administrator administrator, Optional<String> setting) throws FailureException {
        String separator = setting.orElse(USUAL);
        if (row.userName().contains(separator)) {
            throw SignInFailure.SEPARATOR_IN_NAME.raise(row.userName(), separator);
        }
        return combined(Logins.checked(row.userName(), row) + separator + administrator.user(), administrator);
    }
}
