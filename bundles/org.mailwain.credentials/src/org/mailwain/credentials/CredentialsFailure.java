package org.mailwain.credentials;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What can go wrong with the credential store. */
public enum CredentialsFailure implements FailureCode {
    /** Arguments: file. */
    NO_MASTER_PASSWORD("credentials.master.none", Scope.RUN),
    /** Arguments: file. */
    WRONG_MASTER_PASSWORD("credentials.master.wrong", Scope.RUN),
    /** Arguments: file of the master password, reason. */
    MASTER_FILE("credentials.master.file", Scope.RUN),
    /** Arguments: file of the master password. */
    MASTER_EMPTY("credentials.master.empty", Scope.RUN),
    /** A new one was typed twice and differently. Arguments: file. */
    MASTER_DIFFERS("credentials.master.differs", Scope.RUN),
    /** Somebody else has been writing for too long. Arguments: file. */
    BUSY("credentials.busy", Scope.RUN),
    /** Arguments: file. */
    BROKEN("credentials.broken", Scope.RUN),
    /** Arguments: file, reason. */
    READ("credentials.read", Scope.RUN),
    /** Arguments: file, reason. */
    WRITE("credentials.write", Scope.RUN);

    private final String code;
    private final Scope scope;

    CredentialsFailure(String code, Scope scope) {
        this.code = code;
        this.scope = scope;
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
        return this == BUSY;
    }
}
