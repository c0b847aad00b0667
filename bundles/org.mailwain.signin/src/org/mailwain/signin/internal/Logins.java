package org.mailwain.signin.internal;

import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.signin.SignInFailure;

/** Parts of logins. */
final class Logins {
    private Logins() {}

    /** A login that can be sent: a control character would end the line or, in SASL PLAIN, the field. */
    static String checked(String login, MailboxRow row) throws FailureException {
        if (login.isEmpty()) {
            throw SignInFailure.EMPTY.raise(row.label(), row.line());
        } else if (login.chars().anyMatch(Character::isISOControl)) {
            throw SignInFailure.CONTROL_CHARACTER.raise(row.label(), row.line());
        }
        return login;
    }

    /** What stands before the {@code @}, the whole where there is none. */
    static String local(String name) {
        int at = name.lastIndexOf('@');
        return at > 0 ? name.substring(0, at) : name;
    }

    /** What stands behind the {@code @}. */
    static Optional<String> domain(String name) {
        int at = name.lastIndexOf('@');
        return at > 0 && at < name.length() - 1 ? Optional.of(name.substring(at + 1)) : Optional.empty();
    }

    static Optional<String> domainOfAddress(MailboxRow row) {
        return row.emailAddress().map(MailboxAddress::domain);
    }
}
