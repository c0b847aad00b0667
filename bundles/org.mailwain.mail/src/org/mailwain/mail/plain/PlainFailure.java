package org.mailwain.mail.plain;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What can go wrong with a mailbox of files. Arguments stand with each; texts in {@code messages.properties}. */
public enum PlainFailure implements FailureCode {
    /** The place. */
    PLACE_MISSING("plain.place.missing", Scope.ENDPOINT, false),
    /** The mailbox, where it was looked for. */
    MAILBOX_MISSING("plain.mailbox.missing", Scope.MAILBOX, false),
    /** Folder, the system's words. */
    FOLDER_UNREADABLE("plain.folder.unreadable", Scope.FOLDER, true),
    /** Folder, the system's words. */
    MESSAGE_UNREADABLE("plain.message.unreadable", Scope.MESSAGE, true),
    /** The system's words. */
    MAILBOX_UNREADABLE("plain.mailbox.unreadable", Scope.MAILBOX, true),
    /** None. */
    CLOSED("plain.closed", Scope.MAILBOX, true);

    private final String code;
    private final Scope scope;
    private final boolean retryable;

    PlainFailure(String code, Scope scope, boolean retryable) {
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
