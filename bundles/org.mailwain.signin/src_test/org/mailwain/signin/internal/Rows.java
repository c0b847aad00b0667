package org.mailwain.signin.internal;

import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.batch.RowOptions;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInForm;

/** Rows and sign-ins for tests. */
final class Rows {
    static final Secret HIS = Secret.of("administrator's");
    static final Secret HERS = Secret.of("user's");

    private Rows() {}

    static MailboxRow row(String email, String user, String root) {
        return new MailboxRow(
                7,
                MailboxAddress.of(email),
                user,
                Optional.of(HERS),
                false,
                Optional.ofNullable(root),
                MailboxRow.Person.UNKNOWN,
                RowOptions.NONE,
                Map.of());
    }

    static SignIn signIn(SignInForm form, MailboxRow row, String administrator, String setting)
            throws FailureException {
        return form.signIn(
                row,
                () -> HERS,
                Optional.ofNullable(administrator).map(user -> new SignInForm.Administrator(user, () -> HIS)),
                Optional.ofNullable(setting));
    }

    /** Null where the sign-in is made. */
    static Failure failure(SignInForm form, MailboxRow row, String administrator, String setting) {
        try {
            signIn(form, row, administrator, setting);
            return null;
        } catch (FailureException e) {
            return e.failure();
        }
    }
}
