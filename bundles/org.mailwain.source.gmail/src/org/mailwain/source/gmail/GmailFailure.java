package org.mailwain.source.gmail;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What a person should know of a Gmail mailbox before it is moved. */
public enum GmailFailure implements FailureCode {
    /** No arguments: All Mail is not shown. */
    ALL_MAIL_HIDDEN("gmail.hidden.all"),
    /** No arguments. */
    JUNK_HIDDEN("gmail.hidden.junk"),
    /** No arguments. */
    TRASH_HIDDEN("gmail.hidden.trash"),
    /** Folder, messages in it. */
    LIMITED("gmail.limited");

    private final String code;

    GmailFailure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Scope scope() {
        return Scope.MAILBOX;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
