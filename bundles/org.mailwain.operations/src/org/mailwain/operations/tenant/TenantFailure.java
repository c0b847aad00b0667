package org.mailwain.operations.tenant;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What is to be done about a tenant before mail can come. */
public enum TenantFailure implements FailureCode {
    /** Argument: kind of the target. */
    NO_DIRECTORY("tenant.none", Scope.RUN, false),
    /** Arguments: permissions that the token lacks, those that it has. */
    ROLES("tenant.roles", Scope.ENDPOINT, false),
    /** Argument: domain. */
    DOMAIN_MISSING("tenant.domain.missing", Scope.ENDPOINT, false),
    /** Argument: domain. */
    DOMAIN_UNVERIFIED("tenant.domain.unverified", Scope.ENDPOINT, false),
    /** Argument: domain. */
    DOMAIN_WITHOUT_MAIL("tenant.domain.mail", Scope.ENDPOINT, false),
    /** Argument: address. */
    USER_MISSING("tenant.user.missing", Scope.MAILBOX, false),
    /** Argument: address. */
    NO_LICENCE("tenant.user.licence", Scope.MAILBOX, false),
    /** Argument: address. */
    NO_LOCATION("tenant.user.location", Scope.MAILBOX, false),
    /** Argument: address. */
    HIDDEN("tenant.user.hidden", Scope.MAILBOX, false),
    /** Arguments: address, bytes there, bytes that fit. */
    NEARLY_FULL("tenant.mailbox.full", Scope.MAILBOX, false),
    /** Arguments: address, bytes there, bytes to come, bytes that fit. */
    NO_ROOM("tenant.mailbox.room", Scope.MAILBOX, false),
    /** Arguments: how the endpoint writes, host of IMAP, id of the application. */
    IMAP_KEEPS_MORE("tenant.way.imap", Scope.ENDPOINT, false),
    /** Arguments: how the endpoint writes, host of IMAP, id of the application. */
    IMAP_CLOSED("tenant.way.closed", Scope.ENDPOINT, false),
    /** Arguments: users without, licences free. */
    TOO_FEW_LICENCES("tenant.licences.few", Scope.ENDPOINT, false),
    /** Arguments: name, names there are. */
    NO_SUCH_LICENCE("tenant.licence.unknown", Scope.RUN, false),
    /** Arguments: address, how long was waited. */
    MAILBOX_LATE("tenant.mailbox.late", Scope.MAILBOX, true),
    /** Argument: rule. */
    NO_SUCH_RULE("tenant.match.rule", Scope.RUN, false),
    /** Argument: list. */
    NO_COLUMN("tenant.match.column", Scope.RUN, false);

    private final String code;
    private final Scope scope;
    private final boolean retryable;

    TenantFailure(String code, Scope scope, boolean retryable) {
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
