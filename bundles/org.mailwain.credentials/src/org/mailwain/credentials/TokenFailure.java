package org.mailwain.credentials;

import static org.mailwain.api.failure.Scope.ENDPOINT;
import static org.mailwain.api.failure.Scope.MAILBOX;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What can go wrong between us and a service that gives out tokens. */
public enum TokenFailure implements FailureCode {
    /** Arguments: address, reason. */
    UNREACHABLE("credentials.token.unreachable", ENDPOINT, true),
    /** Arguments: address, HTTP status. */
    ANSWER("credentials.token.answer", ENDPOINT, true),
    /** Arguments: file with authorities, reason. */
    CA_FILE("credentials.token.cafile", ENDPOINT, false),
    /** Arguments: the setting. */
    ADDRESS("credentials.token.address", ENDPOINT, false),
    /** Tokens of that kind are of no use for the service. Arguments: the service. */
    WRONG_METHOD("credentials.token.method", ENDPOINT, false),
    /** Arguments: file, or name of the setting. */
    KEY_MISSING("credentials.key.missing", ENDPOINT, false),
    /** Arguments: file or setting, reason. */
    KEY_UNUSABLE("credentials.key.unusable", ENDPOINT, false),

    /** Arguments: tenant, the service's words. */
    TENANT_UNKNOWN("credentials.microsoft.tenant", ENDPOINT, false),
    /** Arguments: application, tenant, the service's words. */
    APPLICATION_UNKNOWN("credentials.microsoft.application", ENDPOINT, false),
    /** Arguments: application, the service's words. */
    SECRET_WRONG("credentials.microsoft.secret", ENDPOINT, false),
    /** Arguments: application, the service's words. */
    SECRET_EXPIRED("credentials.microsoft.secret.expired", ENDPOINT, false),
    /** Arguments: application, the service's words. */
    CERTIFICATE_WRONG("credentials.microsoft.certificate", ENDPOINT, false),
    /** Arguments: application, scope, the service's words. */
    CONSENT_MISSING("credentials.microsoft.consent", ENDPOINT, false),
    /** Arguments: application, the service's words. */
    NO_PUBLIC_CLIENT("credentials.microsoft.public", ENDPOINT, false),
    /** A rule of the tenant stands against it. Arguments: the service's words. */
    BLOCKED("credentials.microsoft.blocked", ENDPOINT, false),
    /** The code was not typed in time, or the sign-in was declined. Arguments: the service's words. */
    NOT_SIGNED_IN("credentials.microsoft.notsignedin", ENDPOINT, false),
    /** Arguments: the service's words. */
    MICROSOFT_REFUSED("credentials.microsoft.refused", ENDPOINT, false),

    /** Arguments: number of the service account, scope, the service's words. */
    NOT_DELEGATED("credentials.google.delegation", ENDPOINT, false),
    /** Arguments: user, the service's words. */
    USER_UNKNOWN("credentials.google.user", MAILBOX, false),
    /** Arguments: the service's words. */
    CLOCK("credentials.google.clock", ENDPOINT, false),
    /** Arguments: the service's words. */
    GOOGLE_REFUSED("credentials.google.refused", ENDPOINT, false);

    private final String code;
    private final Scope scope;
    private final boolean retryable;

    TokenFailure(String code, Scope scope, boolean retryable) {
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
