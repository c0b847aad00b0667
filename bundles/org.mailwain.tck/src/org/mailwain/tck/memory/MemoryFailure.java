package org.mailwain.tck.memory;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What goes wrong in a mailbox in memory. */
public enum MemoryFailure implements FailureCode {
    /** The script cut the connection. Argument: the point. */
    CUT("memory.cut", Scope.MAILBOX, true),
    CLOSED("memory.closed", Scope.MAILBOX, true),
    /** No answer in time. Argument: the time. */
    TIMEOUT("memory.timeout", Scope.MAILBOX, true),
    /** No such mailbox, or a wrong password. Argument: its name. */
    SIGN_IN("memory.sign-in", Scope.MAILBOX, false),
    /** Argument: the folder. */
    NO_FOLDER("memory.folder.missing", Scope.FOLDER, false),
    /** Another epoch than the one asked for. Argument: the folder. */
    EPOCH("memory.folder.epoch", Scope.FOLDER, true),
    /** Argument: the folder. */
    NAME("memory.folder.name", Scope.FOLDER, false),
    /** Arguments: size, limit. */
    TOO_LARGE("memory.item.too-large", Scope.MESSAGE, false),
    REFUSED("memory.item.refused", Scope.MESSAGE, false),
    UNREADABLE("memory.item.unreadable", Scope.MESSAGE, true),
    NO_ITEM("memory.item.missing", Scope.MESSAGE, false),
    /** The answer named no ids, or another number of them. */
    NO_IDS("memory.append.no-ids", Scope.MESSAGE, true),
    FULL("memory.full", Scope.MAILBOX, false),
    /** Argument: how long to wait. */
    THROTTLED("memory.throttled", Scope.ENDPOINT, true);

    private final String code;
    private final Scope scope;
    private final boolean retryable;

    MemoryFailure(String code, Scope scope, boolean retryable) {
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
