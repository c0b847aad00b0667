package org.mailwain.engine.internal.pass;

import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Mark;

/**
 * What the engine remembers of a settled folder pair beside the reader's own state: where the source's next item would
 * stand, and the epoch of the target folder. All three travel in the ledger as one opaque state.
 *
 * @param next of the source folder
 * @param target epoch of the target folder, empty where it was not known
 */
record Snapshot(long next, String target, FolderState state) {
    private static final char SEPARATOR = '\t';

    static Snapshot of(FolderStatus source, Epoch target) {
        return new Snapshot(source.next(), target == null ? "" : target.value(), source.state());
    }

    /** Null for a pair that was never settled. */
    static Snapshot parse(FolderState recorded) {
        String[] parts = recorded.value().split(String.valueOf(SEPARATOR), 3);
        return parts.length < 3 ? null : new Snapshot(Long.parseLong(parts[0]), parts[1], new FolderState(parts[2]));
    }

    FolderState recorded() {
        return new FolderState(next + String.valueOf(SEPARATOR) + target + SEPARATOR + state.value());
    }

    Mark mark(Epoch source) {
        return new Mark(source, next);
    }
}
