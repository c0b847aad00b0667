package org.mailwain.api.failure;

/** Carries a {@link Failure} up to the scope that handles it. Its message is the code and never holds a secret. */
public class FailureException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public FailureException(Failure failure) {
        this(failure, null);
    }

    /** @param cause kept for the log; may be null */
    public FailureException(Failure failure, Throwable cause) {
        super(failure.code() + " " + failure.arguments(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
