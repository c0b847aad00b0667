package org.mailwain.mail;

import static org.mailwain.api.failure.Scope.ENDPOINT;
import static org.mailwain.api.failure.Scope.FOLDER;
import static org.mailwain.api.failure.Scope.MAILBOX;
import static org.mailwain.api.failure.Scope.MESSAGE;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What can go wrong between us and a mail server. Arguments stand with each; texts in {@code messages.properties}. */
public enum MailFailure implements FailureCode {
    /** Host. */
    HOST_UNKNOWN("mail.host.unknown", ENDPOINT, true),
    /** Address. */
    CONNECT_REFUSED("mail.connect.refused", ENDPOINT, true),
    /** Address, time waited. */
    CONNECT_HANGS("mail.connect.hangs", ENDPOINT, true),
    /** Address, the system's reason. */
    CONNECT_FAILED("mail.connect.failed", ENDPOINT, true),
    /** Address. */
    CLEAR_TEXT("mail.cleartext", ENDPOINT, false),

    /** Address, reason. */
    TLS_FAILED("mail.tls.failed", ENDPOINT, false),
    /** Address, not valid before, not valid after, SHA-256 fingerprint. */
    TLS_EXPIRED("mail.tls.expired", ENDPOINT, false),
    /** Address, issuer, SHA-256 fingerprint, names in the certificate, not valid after. */
    TLS_UNTRUSTED("mail.tls.untrusted", ENDPOINT, false),
    /** Address, names in the certificate, SHA-256 fingerprint. */
    TLS_OTHER_NAME("mail.tls.name", ENDPOINT, false),
    /** Address, SHA-256 fingerprint that the server showed. */
    TLS_OTHER_PIN("mail.tls.pin", ENDPOINT, false),
    /** File, reason. */
    TLS_CA_FILE("mail.tls.cafile", ENDPOINT, false),
    /** Address. */
    STARTTLS_MISSING("mail.starttls.missing", ENDPOINT, false),
    /** Address. */
    STARTTLS_INJECTED("mail.starttls.injected", ENDPOINT, false),
    /** Address. */
    PREAUTHENTICATED("mail.preauth", ENDPOINT, false),

    /** Address, first bytes received. */
    NOT_IMAP("mail.greeting.notimap", ENDPOINT, false),
    /** Address, the server's words. */
    GREETING_BYE("mail.greeting.bye", ENDPOINT, true),
    /** Address, a capability. */
    CAPABILITY_MISSING("mail.capability.missing", ENDPOINT, false),
    /** Address. */
    IS_GMAIL("mail.kind.gmail", ENDPOINT, false),
    /** Address. */
    IS_EXCHANGE("mail.kind.exchange", ENDPOINT, false),
    /** Address, the server's words. */
    REDIRECTED("mail.redirected", ENDPOINT, false),

    /** User, the server's words. */
    SIGN_IN_REJECTED("mail.signin.rejected", MAILBOX, false),
    /** User, the server's words. */
    SIGN_IN_EXPIRED("mail.signin.expired", MAILBOX, false),
    /** User, the server's words. */
    SIGN_IN_NOT_ALLOWED("mail.signin.notallowed", MAILBOX, false),
    /** The server's words. */
    SIGN_IN_EMPTY("mail.signin.empty", MAILBOX, false),
    /** What the server said; the same sign-in has worked in this process. */
    SIGN_IN_CROWDED("mail.signin.crowded", MAILBOX, true),
    /** UserRoot or user, names looked for, who looked. */
    ROOT_MISSING("mail.root.missing", MAILBOX, false),
    /** Name of the shared folder, rights, who has them. */
    ROOT_CLOSED("mail.root.closed", MAILBOX, false),
    /** User, the server's words. */
    SIGN_IN_UNAVAILABLE("mail.signin.unavailable", MAILBOX, true),
    /** Mechanism, those offered. */
    SIGN_IN_NOT_OFFERED("mail.signin.notoffered", ENDPOINT, false),

    /** Address. */
    CONNECTION_LOST("mail.connection.lost", MAILBOX, true),
    /** Address, time waited. */
    CONNECTION_STALLED("mail.connection.stalled", MAILBOX, true),
    /** Address, the server's words. */
    CONNECTION_BYE("mail.connection.bye", MAILBOX, true),

    /** Address, most bytes allowed. */
    LINE_TOO_LONG("mail.server.line", MAILBOX, true),
    /** Address, deepest level allowed. */
    NESTED_TOO_DEEP("mail.server.nesting", MAILBOX, true),
    /** Address, bytes announced. */
    LITERAL_NOT_ASKED("mail.server.literal", MAILBOX, true),
    /** Address, bytes announced, bytes expected. */
    LITERAL_TOO_LARGE("mail.server.literalsize", MAILBOX, true),
    /** Address, the place. */
    MALFORMED("mail.server.malformed", MAILBOX, true),
    /** Address, the place. */
    NOT_ASKED("mail.server.notasked", MAILBOX, true),

    /** The server's words. */
    THROTTLED("mail.throttled", MAILBOX, true),
    /** The server's words. */
    LIMIT("mail.limit", MAILBOX, true),
    /** The server's words. */
    IN_USE("mail.inuse", FOLDER, true),
    /** The server's words. */
    UNAVAILABLE("mail.unavailable", MAILBOX, true),
    /** The server's words. */
    OVER_QUOTA("mail.quota", MAILBOX, false),

    /** Folder. */
    FOLDER_MISSING("mail.folder.missing", FOLDER, false),
    /** Folder. */
    FOLDER_NOT_SELECTABLE("mail.folder.notselectable", FOLDER, false),
    /** Folder, the server's words. */
    FOLDER_NOT_OPENED("mail.folder.notopened", FOLDER, true),
    /** Folder. */
    FOLDER_READ_ONLY("mail.folder.readonly", FOLDER, false),
    /** Folder, the server's words. */
    FOLDER_NO_PERMISSION("mail.folder.nopermission", FOLDER, false),
    /** Folder, what in the name is not possible there. */
    FOLDER_NAME("mail.folder.name", FOLDER, false),
    /** Folder, the server's words. */
    FOLDER_REFUSED("mail.folder.refused", FOLDER, false),
    /** Folder, rights. */
    FOLDER_RIGHTS("mail.folder.rights", FOLDER, false),
    /** Folder. */
    FOLDER_RENEWED("mail.folder.renewed", FOLDER, true),
    /** Folder, the server's words. */
    FOLDER_COMMAND("mail.folder.command", FOLDER, true),

    /** The search, the server's words or the part that cannot be sent. */
    SEARCH_REFUSED("mail.search.refused", MAILBOX, false),

    /** The server's words. */
    MESSAGE_REFUSED("mail.message.refused", MESSAGE, false),
    /** Size, largest allowed. */
    MESSAGE_TOO_LARGE("mail.message.toolarge", MESSAGE, false),
    /** The server's words, size. */
    MESSAGE_MAXIMUM("mail.message.maximum", MESSAGE, false),
    /** Exchange's word for several causes. The server's words, size. */
    MESSAGE_ARGUMENT("mail.message.argument", MESSAGE, false),
    /** The server's words. */
    MESSAGE_UNREADABLE("mail.message.unreadable", MESSAGE, true),
    /** None: an append was answered in a way that leaves open what was stored. */
    APPEND_UNCLEAR("mail.append.unclear", MESSAGE, true),
    /** Reason. */
    BODY_UNREADABLE("mail.body.unreadable", MESSAGE, true),
    /** Reason. */
    SPOOL_FAILED("mail.spool.failed", MAILBOX, true),

    /** Command, the server's words. */
    COMMAND_REFUSED("mail.command.refused", MAILBOX, true);

    private final String code;
    private final Scope scope;
    private final boolean retryable;

    MailFailure(String code, Scope scope, boolean retryable) {
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
