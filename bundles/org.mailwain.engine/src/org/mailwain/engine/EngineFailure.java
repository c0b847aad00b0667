package org.mailwain.engine;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What the engine itself has to say: why an item was left out, what is odd about a copy, what ended a pass. */
public enum EngineFailure implements FailureCode {
    /** Arguments: size, largest size taken. */
    SKIPPED_SIZE("engine.skipped.size", Scope.MESSAGE, false),
    /** Arguments: when it was received, the first moment taken. */
    SKIPPED_OLD("engine.skipped.old", Scope.MESSAGE, false),
    /** Arguments: when it was received, the first moment not taken. */
    SKIPPED_NEW("engine.skipped.new", Scope.MESSAGE, false),
    SKIPPED_SEEN("engine.skipped.seen", Scope.MESSAGE, false),
    SKIPPED_UNSEEN("engine.skipped.unseen", Scope.MESSAGE, false),
    SKIPPED_FLAGGED("engine.skipped.flagged", Scope.MESSAGE, false),
    SKIPPED_UNFLAGGED("engine.skipped.unflagged", Scope.MESSAGE, false),
    /** Argument: the search. */
    SKIPPED_SEARCH("engine.skipped.search", Scope.MESSAGE, false),
    /** Argument: most items of a mailbox. */
    SKIPPED_COUNT("engine.skipped.count", Scope.MESSAGE, false),
    /** Argument: the folder under which it is kept. */
    KEPT_ELSEWHERE("engine.kept-elsewhere", Scope.MESSAGE, false),
    ALREADY_THERE("engine.already-there", Scope.MESSAGE, false),
    VANISHED("engine.vanished", Scope.MESSAGE, false),
    /** Arguments: size, the target's limit. */
    TOO_LARGE("engine.item.too-large", Scope.MESSAGE, false),
    /** Argument: how often. */
    LOSES_CONNECTION("engine.item.loses-connection", Scope.MESSAGE, true),
    /** Arguments: bytes sent, bytes that the target counts. */
    CHANGED("engine.item.changed", Scope.MESSAGE, false),
    /** Bytes of the header that are not ASCII stand otherwise on the target. */
    HEADER_CHANGED("engine.item.header-changed", Scope.MESSAGE, false),
    NUL_CHANGED("engine.item.nul-changed", Scope.MESSAGE, false),
    /** Names of what the target rewrote; parts decode to the same. */
    REWRITTEN("engine.item.rewritten", Scope.MESSAGE, false),
    /** Parts and their bytes at the source, the same on the target, names of what was rewritten besides. */
    PARTS_DIFFER("engine.item.parts-differ", Scope.MESSAGE, false),
    MERGED("engine.item.merged", Scope.MESSAGE, false),
    MAY_BE_DOUBLED("engine.item.may-be-doubled", Scope.MESSAGE, false),
    DOUBLED_LATE("engine.item.doubled-late", Scope.MESSAGE, false),
    /** Arguments: rules, code of the cause, the target's words. */
    REPAIRED("engine.item.repaired", Scope.MESSAGE, false),
    /** Argument: rules. */
    REPAIRED_AHEAD("engine.item.repaired-ahead", Scope.MESSAGE, false),
    /** By a run that ended before it heard whether the target took it. */
    REPAIRED_EARLIER("engine.item.repaired-earlier", Scope.MESSAGE, false),
    /** The flags could not be set. Argument: code of the refusal. */
    FLAGS_LOST("engine.item.flags-lost", Scope.MESSAGE, true),
    /** Arguments: flags of the source, flags that the target keeps. */
    FLAGS_LESS("engine.item.flags-less", Scope.MESSAGE, false),
    /** Arguments: when the source received it, what the target says. */
    DATE_CHANGED("engine.item.date-changed", Scope.MESSAGE, false),
    /** Argument: the target folder in which the copy stands now. */
    MOVED("engine.item.moved", Scope.MESSAGE, false),
    /** The copy was removed from the target. */
    REMOVED("engine.item.removed", Scope.MESSAGE, false),
    /** Of a plan. Arguments: the source folder, copies to be removed. */
    REMOVES("engine.folder.removes", Scope.FOLDER, false),
    /** Arguments: the source folder, copies to be removed, how many may be. */
    REMOVES_MANY("engine.folder.removes-many", Scope.FOLDER, false),
    /** Arguments: the source folder, copies to be removed, of how many, percent that may be. */
    REMOVES_SHARE("engine.folder.removes-share", Scope.FOLDER, false),
    /** The source folder is empty, or gone. Arguments: the folder, copies to be removed. */
    REMOVES_ALL("engine.folder.removes-all", Scope.FOLDER, false),
    /** The target cannot remove single messages. Arguments: the target folder, copies to be removed. */
    REMOVES_NONE("engine.folder.removes-none", Scope.FOLDER, false),
    /** The target folder was numbered anew. Arguments: the target folder, copies to be removed. */
    REMOVES_UNKNOWN("engine.folder.removes-unknown", Scope.FOLDER, false),
    /** Answers take much longer than they did. Arguments: endpoint, connections from now on. */
    SLOWER("engine.endpoint.slower", Scope.ENDPOINT, true),
    /** The source folder is not among those that the batch or the row takes. No arguments. */
    FOLDER_FILTERED("engine.folder.filtered", Scope.FOLDER, false),
    /** Argument: the folder. */
    SOURCE_EPOCH("engine.folder.source-epoch", Scope.FOLDER, true),
    /** Argument: the folder. */
    TARGET_EPOCH("engine.folder.target-epoch", Scope.FOLDER, true),
    /** Arguments: failed items, how many are allowed. */
    ERROR_BUDGET("engine.mailbox.error-budget", Scope.MAILBOX, false),
    /** The source gives out no more today. Arguments: bytes read in 24 hours, bytes that may be, when it goes on. */
    DAY_LIMIT("engine.mailbox.day-limit", Scope.MAILBOX, true),
    /** The row has no target mailbox yet. */
    UNMATCHED("engine.mailbox.unmatched", Scope.MAILBOX, false),
    /** This kind of source cannot search. Argument: kind. */
    SEARCH("engine.mailbox.search", Scope.MAILBOX, false),
    /** Argument: kind of endpoint. */
    NO_PROVIDER("engine.provider.missing", Scope.ENDPOINT, false),
    /** Arguments: path, reason. */
    SPOOL("engine.spool", Scope.RUN, true),
    /** A fault of the program. Argument: what the runtime calls it. */
    UNEXPECTED("engine.unexpected", Scope.MAILBOX, true);

    private final String code;
    private final Scope scope;
    private final boolean retryable;

    EngineFailure(String code, Scope scope, boolean retryable) {
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
