package org.mailwain.target.graph;

import static org.mailwain.api.failure.Scope.ENDPOINT;
import static org.mailwain.api.failure.Scope.FOLDER;
import static org.mailwain.api.failure.Scope.MAILBOX;
import static org.mailwain.api.failure.Scope.MESSAGE;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What can go wrong between us and Microsoft Graph. Arguments stand with each; texts in {@code messages.properties}. */
public enum GraphFailure implements FailureCode {
    /** The template given. */
    KEY_PROPERTY("graph.settings.key", ENDPOINT, false),
    /** File, reason. */
    CA_FILE("graph.tls.cafile", ENDPOINT, false),
    /** Host. */
    HOST_UNKNOWN("graph.host.unknown", ENDPOINT, true),
    /** Address, reason. */
    CONNECT("graph.connect", ENDPOINT, true),
    /** Address, reason. */
    TLS("graph.tls", ENDPOINT, false),

    /** Mailbox, the service's code and words. */
    TOKEN_REFUSED("graph.token.refused", MAILBOX, false),
    /** Mailbox, the service's code and words. */
    DENIED("graph.denied", MAILBOX, false),
    /** Mailbox, the service's code. */
    NO_MAILBOX("graph.mailbox.none", MAILBOX, false),
    /** Mailbox, the service's words. */
    FULL("graph.mailbox.full", MAILBOX, false),

    /** Mailbox, reason. */
    LOST("graph.lost", MAILBOX, true),
    /** Mailbox, time waited. */
    SILENT("graph.silent", MAILBOX, true),
    /** Mailbox. */
    CLOSED("graph.closed", MAILBOX, true),
    /** Mailbox, status, the service's code. */
    BROKEN("graph.broken", MAILBOX, true),
    /** Mailbox, how long the service wants to be left alone. */
    THROTTLED("graph.throttled", MAILBOX, true),
    /** Mailbox, what was odd. */
    STRANGE("graph.strange", MAILBOX, true),

    /** Folder. */
    NO_FOLDER("graph.folder.none", FOLDER, false),
    /** Folder. */
    FOLDER_NAME("graph.folder.name", FOLDER, false),
    /** Folder. */
    FOLDER_TAKEN("graph.folder.taken", FOLDER, false),
    /** Folder, the service's code and words. */
    FOLDER_REFUSED("graph.folder.refused", FOLDER, false),

    /** Size, limit. */
    TOO_LARGE("graph.message.too-large", MESSAGE, false),
    /** The service's code and words. */
    REFUSED("graph.message.refused", MESSAGE, false),
    /** Item. */
    NO_ITEM("graph.message.none", MESSAGE, false),
    /** Reason. */
    UNREADABLE("graph.message.unreadable", MESSAGE, false),

    /** No arguments. */
    LESS_SIGNATURE("graph.less.signature", MESSAGE, false),
    /** The headers, joined. */
    LESS_SEAL("graph.less.seal", MESSAGE, false),
    /** No arguments. */
    LESS_ALTERNATIVE("graph.less.alternative", MESSAGE, false),
    /** No arguments. */
    LESS_SUBJECT("graph.less.subject", MESSAGE, false),
    /** No arguments. */
    LESS_PEOPLE("graph.less.people", MESSAGE, false),
    /** No arguments. */
    LESS_BODY("graph.less.body", MESSAGE, false),
    /** No arguments. */
    LESS_WHOLE("graph.less.whole", MESSAGE, false),
    /** No arguments. */
    LESS_DATE("graph.less.date", MESSAGE, false),
    /** No arguments. */
    LESS_DRAFT("graph.less.draft", MESSAGE, false),
    /** The reason for which the message could not be stored as it is. */
    LESS_PARTS("graph.less.parts", MESSAGE, false);

    private final String code;
    private final Scope scope;
    private final boolean retryable;

    GraphFailure(String code, Scope scope, boolean retryable) {
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
