package org.mailwain.api.progress;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** Failures that belong to no bundle in particular. */
public enum ApiFailure implements FailureCode {
    CANCELLED("api.cancelled", Scope.RUN, true),
    /** A question to a person came up where nobody can be asked. Argument: the question's id. */
    NOBODY_TO_ASK("api.asks.nobody", Scope.ENDPOINT, false),
    /** Microsoft's cloud of Germany was chosen. */
    CLOUD_CLOSED("api.cloud.closed", Scope.ENDPOINT, false),
    /** Both or none of two settings. Arguments: their names. */
    ONE_OF_TWO("api.settings.oneoftwo", Scope.ENDPOINT, false);

    private final String code;
    private final Scope scope;
    private final boolean retryable;

    ApiFailure(String code, Scope scope, boolean retryable) {
        this.code = code;
        this.scope = scope;
        this.retryable = retryable;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
