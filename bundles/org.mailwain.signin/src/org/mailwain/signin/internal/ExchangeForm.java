package org.mailwain.signin.internal;

import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.signin.SignIn;
import org.mailwain.signin.SignInFailure;

/**
 * An administrator with full access, for a user. The administrator is given as {@code name}, {@code DOMAIN\name},
 * {@code DOMAIN/name} or {@code name@domain}; the setting is the domain where his name has none.
 */
abstract class ExchangeForm extends AdministratorForm {
    ExchangeForm(String id) {
        super(id);
    }

    @Override
    public final void check(Optional<String> setting) throws FailureException {
        Settings.domain(id(), setting);
    }

    @Override
    final SignIn signIn(MailboxRow row, Administrator administrator, Optional<String> setting) throws FailureException {
        String name = administrator.user();
        int slash = Math.max(name.indexOf('/'), name.indexOf('\\'));
        Optional<String> domain = slash > 0 ? Optional.of(name.substring(0, slash)) : Logins.domain(name);
        String alone = slash >= 0 ? name.substring(slash + 1) : Logins.local(name);
        Optional<String> any = domain.or(() -> setting);
        if (any.isEmpty() || alone.isBlank()) {
            throw SignInFailure.NO_ADMINISTRATOR_DOMAIN.raise(id(), name);
        }
        return combined(login(any.get(), alone, Logins.checked(row.userName(), row)), administrator);
    }

    abstract String login(String domain, String administrator, String user);
}
