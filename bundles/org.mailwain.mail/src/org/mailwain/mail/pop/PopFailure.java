package org.mailwain.mail.pop;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What goes wrong with POP3 alone; the rest is among {@link org.mailwain.mail.MailFailure}. */
public enum PopFailure implements FailureCode {
    /** Address, first words received. */
    NOT_POP("mail.pop.greeting", Scope.ENDPOINT, false),
    /** User, the server's words. */
    LOCKED("mail.pop.locked", Scope.MAILBOX, true),
    /** Command, the server's words. */
    COMMAND_REFUSED("mail.pop.command", Scope.MAILBOX, true),
    /** Address: neither UIDL nor TOP. */
    NO_IDENTITY("mail.pop.noidentity", Scope.MAILBOX, false),
    /** Address, messages, most that are taken. */
    TOO_MANY("mail.pop.toomany", Scope.MAILBOX, false);

    private final String code;
    private final Scope scope;
    private final boolean retryable;

    PopFailure(String code, Scope scope, boolean retryable) {
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
