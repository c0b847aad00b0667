package org.mailwain.discovery;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** Why a look for servers came to nothing. */
public enum DiscoveryFailure implements FailureCode {
    /** Arguments: domain. */
    DOMAIN("discovery.domain", false),
    /** Arguments: address. */
    NOTHING("discovery.nothing", true),
    /** Arguments: address, reason. */
    NO_NAMES("discovery.nonames", true),
    /** Arguments: place. */
    NOT_THERE("discovery.look.nothing", false),
    /** Arguments: place, reason. */
    UNREACHABLE("discovery.look.unreachable", true),
    /** Arguments: place, answer's number. */
    STATUS("discovery.look.status", false),
    /** Arguments: place, where it leads. */
    REDIRECT("discovery.look.redirect", false),
    /** Arguments: place, most bytes. */
    TOO_LARGE("discovery.look.large", false),
    /** Arguments: place, reason. */
    NOT_XML("discovery.look.xml", false),
    /** Arguments: name. */
    NOT_OFFERED("discovery.look.notoffered", false),
    /** Arguments: name, reason. */
    DNS("discovery.look.dns", true);

    private final String code;
    private final boolean retryable;

    DiscoveryFailure(String code, boolean retryable) {
        this.code = code;
        this.retryable = retryable;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Scope scope() {
        return Scope.RUN;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
