package org.mailwain.signin.internal;

import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.signin.SignInFailure;
import org.osgi.service.component.annotations.Component;

/** The administrator as himself; the row's UserRoot says whose shared folders are meant: Courier, Oracle. */
@Component(service = SignInForm.class)
public final class UserRootForm extends AdministratorForm {
    public UserRootForm() {
        super("user-root");
    }

    @Override
    SignIn signIn(MailboxRow row, Administrator administrator, Optional<String> setting) throws FailureException {
        if (row.userRoot().filter(root -> !root.isBlank()).isEmpty()) {
            throw SignInFailure.NO_USER_ROOT.raise(row.label(), row.line());
        }
        return combined(administrator.user(), administrator);
    }
}
