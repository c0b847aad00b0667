package org.mailwain.credentials.internal.oauth;

import java.util.Optional;
import org.mailwain.api.failure.FailureException;

/** Carries a failure of ours through a library's code, which knows unchecked exceptions alone. */
final class Relayed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Relayed(FailureException failure) {
        super(failure);
    }

    /** Our failure below what a library threw. */
    static Optional<FailureException> failureIn(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof FailureException failure) {
                return Optional.of(failure);
            }
        }
        return Optional.empty();
    }
}
