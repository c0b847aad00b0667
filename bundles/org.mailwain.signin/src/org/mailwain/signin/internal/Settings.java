package org.mailwain.signin.internal;

import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.signin.SignInFailure;

/** What a batch may say to a form besides its id. */
final class Settings {
    private Settings() {}

    static void none(String form, Optional<String> setting) throws FailureException {
        if (setting.isPresent()) {
            throw SignInFailure.SETTING_UNUSED.raise(form, setting.get());
        }
    }

    /** A domain alone, without any character that separates it from a name in one of the forms. */
    static Optional<String> domain(String form, Optional<String> setting) throws FailureException {
        if (setting.isPresent() && !setting.get().matches("[^\\s\\p{Cntrl}/\\\\@#*]+")) {
            throw SignInFailure.DOMAIN.raise(form, setting.get());
        }
        return setting;
    }
}
