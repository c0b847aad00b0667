package org.mailwain.operations;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What can go wrong with an operation as such. */
public enum OperationFailure implements FailureCode {
    /** Arguments: batch, who runs it. */
    LOCKED("operations.locked", Scope.RUN, true),
    /** Arguments: path, reason. */
    WRITE("operations.write", Scope.RUN, true),
    /** Arguments: path, reason. */
    READ("operations.read", Scope.RUN, false),
    /** Arguments: name, names there are. */
    NO_SUCH_BATCH("operations.batch.unknown", Scope.RUN, false),
    /** Arguments: names there are. */
    WHICH_BATCH("operations.batch.which", Scope.RUN, false),
    /** Arguments: name, batch. */
    NO_SUCH_MAILBOX("operations.mailbox.unknown", Scope.RUN, false),
    /** Arguments: folder. */
    NO_PROJECT("operations.project.none", Scope.RUN, false),
    /** Arguments: number of errors. */
    PROJECT_BROKEN("operations.project.broken", Scope.RUN, false),
    /** Arguments: number of rows. */
    UNMATCHED("operations.rows.unmatched", Scope.RUN, false),
    /** Arguments: mailbox, line of the list, kind of the source. */
    USER_ROOT("operations.rows.user-root", Scope.MAILBOX, false),
    /** Arguments: batch. */
    NO_ROWS("operations.rows.none", Scope.RUN, false),
    /** Arguments: kind, kinds there are. */
    NO_PROVIDER("operations.provider.none", Scope.ENDPOINT, false),
    /** Arguments: form, forms there are. */
    NO_FORM("operations.form.none", Scope.RUN, false),
    /** Arguments: list. */
    LIST_UNUSED("operations.list.unused", Scope.RUN, false),
    /** Arguments: file. */
    EXISTS("operations.exists", Scope.RUN, false),
    /** Arguments: mailbox, line of the list. */
    NO_PASSWORD("operations.password.none", Scope.MAILBOX, false),
    /** Arguments: administrator, name in the credential store. */
    NO_ADMINISTRATOR_PASSWORD("operations.password.administrator", Scope.ENDPOINT, false),
    /** Arguments: batch, how it signs in, mailbox. */
    NOT_FOR_EXCHANGE("operations.export.form", Scope.RUN, false),
    /** Arguments: batch, endpoint. */
    EXPORT_TOKENS("operations.export.tokens", Scope.RUN, false),
    /** Arguments: endpoint, form. */
    TOKENS_WITH_FORM("operations.tokens.form", Scope.ENDPOINT, false),
    /** Arguments: text. */
    NO_ADDRESS("operations.discover.address", Scope.RUN, false),
    /** Arguments: batch. */
    NEVER_RUN("operations.never-run", Scope.RUN, false),
    /** Arguments: batch. */
    NOT_RUNNING("operations.not-running", Scope.RUN, false),
    /** Arguments: batch, what its process said. */
    LAUNCH("operations.launch", Scope.RUN, true),
    /** Arguments: batch, how long was waited. */
    LAUNCH_SLOW("operations.launch.slow", Scope.RUN, true),
    /** Argument: name in the credential store. */
    NO_KEY("operations.key.none", Scope.RUN, false),
    /** Argument: file or text. */
    NO_SIGNER("operations.key.unreadable", Scope.RUN, false),
    /** There is no credential store that could hold a key. */
    NOT_SIGNED("operations.report.unsigned", Scope.RUN, false),
    /** Arguments: what is missing. */
    INCOMPLETE("operations.incomplete", Scope.RUN, false),
    /** Arguments: class and message of what was thrown. */
    UNEXPECTED("operations.unexpected", Scope.RUN, false);

    private final String code;
    private final Scope scope;
    private final boolean retryable;

    OperationFailure(String code, Scope scope, boolean retryable) {
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
