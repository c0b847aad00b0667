package org.mailwain.signin;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What keeps a form from making a sign-in of a row. */
public enum SignInFailure implements FailureCode {
    /** Arguments: form. */
    NO_ADMINISTRATOR("signin.administrator.missing", Scope.RUN),
    /** Arguments: form, setting. */
    SETTING_UNUSED("signin.setting.unused", Scope.RUN),
    /** Arguments: form, administrator. */
    NO_ADMINISTRATOR_DOMAIN("signin.administrator.domain", Scope.RUN),
    /** Arguments: form, mailbox, line of the list. */
    NO_DOMAIN("signin.domain.missing", Scope.MAILBOX),
    /** Arguments: form, setting. */
    DOMAIN("signin.domain.malformed", Scope.RUN),
    /** Arguments: mailbox, line of the list. */
    NO_USER_ROOT("signin.userroot.missing", Scope.MAILBOX),
    /** Arguments: separator. */
    SEPARATOR("signin.separator.malformed", Scope.RUN),
    /** Arguments: name, separator. */
    SEPARATOR_IN_NAME("signin.separator.inname", Scope.MAILBOX),
    /** Arguments: mailbox, line of the list. */
    CONTROL_CHARACTER("signin.name.control", Scope.MAILBOX),
    /** Arguments: mailbox, line of the list. */
    EMPTY("signin.name.empty", Scope.MAILBOX),
    /** Arguments: form. */
    NO_TEMPLATE("signin.template.missing", Scope.RUN),
    /** Arguments: template, column, name, names there are. */
    TEMPLATE_NAME("signin.template.name", Scope.RUN),
    /** Arguments: template, column. */
    TEMPLATE_OPEN("signin.template.open", Scope.RUN),
    /** Arguments: template, column. */
    TEMPLATE_CLOSE("signin.template.close", Scope.RUN),
    /** Arguments: name of the placeholder, column, mailbox, line of the list. */
    TEMPLATE_VALUE("signin.template.value", Scope.MAILBOX);

    private final String code;
    private final Scope scope;

    SignInFailure(String code, Scope scope) {
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
        return false;
    }
}
