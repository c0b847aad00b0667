package org.mailwain.signin.internal;

import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;
import org.mailwain.signin.SignInFailure;
import org.osgi.service.component.annotations.Component;

/** Mirapoint's {@code #user@domain#admin#}, which Zimbra takes too; the setting is the domain of users without one. */
@Component(service = SignInForm.class)
public final class MirapointForm extends AdministratorForm {
    private static final String MARK = "#";

    public MirapointForm() {
        super("mirapoint");
    }

    @Override
    public void check(Optional<String> setting) throws FailureException {
        Settings.domain(id(), setting);
    }

    @Override
    SignIn signIn(MailboxRow row, Administrator administrator, Optional<String> setting) throws FailureException {
        Optional<String> domain =
                Logins.domain(row.userName()).or(() -> setting).or(() -> Logins.domainOfAddress(row));
        if (domain.isEmpty()) {
            throw SignInFailure.NO_DOMAIN.raise(id(), row.label(), row.line());
        }
        String user = Logins.local(Logins.checked(row.userName(), row)) + "@" + domain.get();
        for (String name : new String[] {user, administrator.user()}) {
            if (name.contains(MARK)) {
                throw SignInFailure.SEPARATOR_IN_NAME.raise(name, MARK);
            }
        }
        return combined(MARK + user + MARK + administrator.user() + MARK, administrator);
    }
}
