package org.mailwain.ledger;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What can go wrong with a ledger. */
public enum LedgerFailure implements FailureCode {
    /** Arguments: location, reason. */
    OPEN("ledger.open", Scope.RUN, false),
    /** Arguments: location, reason. */
    CORRUPT("ledger.corrupt", Scope.RUN, false),
    /** Arguments: location, its schema, ours. */
    NEWER("ledger.newer", Scope.RUN, false),
    /** Arguments: location, kind of file system. */
    NETWORK_DRIVE("ledger.network-drive", Scope.RUN, false),
    /** Another process writes to it. Arguments: location, its process id, its host. */
    LOCKED("ledger.locked", Scope.RUN, true),
    /** Arguments: location. */
    DISK_FULL("ledger.disk-full", Scope.RUN, true),
    /** Arguments: location, reason. */
    WRITE("ledger.write", Scope.RUN, true),
    /** Arguments: mailbox, who holds it now. */
    FENCED("ledger.fenced", Scope.MAILBOX, false),
    /** Arguments: what, state it is in, state it shall not take. */
    TRANSITION("ledger.transition", Scope.RUN, false);

    private final String code;
    private final Scope scope;
    private final boolean retryable;

    LedgerFailure(String code, Scope scope, boolean retryable) {
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
