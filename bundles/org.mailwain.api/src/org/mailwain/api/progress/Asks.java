package org.mailwain.api.progress;

import java.util.Optional;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;

/**
 * Questions to the person at the screen. Called on worker threads; blocks until answered. Without a person every
 * question fails with {@link ApiFailure#NOBODY_TO_ASK}.
 */
public interface Asks {
    /** A question by id; its text stands in the properties of the bundle that asks. */
    record Question(String id, String text, String detail) {}

    /** @return the secret typed, or empty where the person declined */
    Optional<Secret> secret(Question question) throws FailureException;

    boolean confirm(Question question) throws FailureException;

    /** Shows something that the person has to do elsewhere (a device code, an address to open), without waiting. */
    void tell(Question notice) throws FailureException;

    /** Nobody is there. */
    Asks NOBODY = new Asks() {
        @Override
        public Optional<Secret> secret(Question question) throws FailureException {
            throw ApiFailure.NOBODY_TO_ASK.raise(question.id());
        }

        @Override
        public boolean confirm(Question question) throws FailureException {
            throw ApiFailure.NOBODY_TO_ASK.raise(question.id());
        }

        @Override
        public void tell(Question notice) throws FailureException {
            throw ApiFailure.NOBODY_TO_ASK.raise(notice.id());
        }
    };
}
