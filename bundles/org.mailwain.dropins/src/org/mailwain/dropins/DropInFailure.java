package org.mailwain.dropins;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** Why a drop-in is of no use. Arguments stand with each; the first is the file's name. */
public enum DropInFailure implements FailureCode {
    /** Reason. */
    UNREADABLE("dropins.unreadable"),
    /** None further. */
    NO_BUNDLE("dropins.nobundle"),
    /** Symbolic name, version. */
    DOUBLED("dropins.doubled"),
    /** None further: it came after the start. */
    LATE("dropins.late"),
    /** Package, versions wanted, version there is. */
    API_VERSION("dropins.api"),
    /** Package, versions wanted. */
    PACKAGE_MISSING("dropins.package"),
    /** Java that it wants, Java there is. */
    JAVA("dropins.java"),
    /** What it requires. */
    REQUIREMENT("dropins.requirement"),
    /** The framework's words. */
    UNRESOLVED("dropins.unresolved"),
    /** The framework's words. */
    NOT_STARTED("dropins.start"),
    /** None further. */
    NO_COMPONENT("dropins.nocomponent"),
    /** Component, service that it waits for. */
    COMPONENT_WAITS("dropins.component.waits"),
    /** Component, reason. */
    COMPONENT_FAILS("dropins.component.fails");

    private final String code;

    DropInFailure(String code) {
        this.code = code;
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
        return false;
    }
}
