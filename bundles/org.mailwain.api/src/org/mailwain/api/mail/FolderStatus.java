package org.mailwain.api.mail;

import java.util.Objects;

/**
 * Where a folder stands at one moment.
 *
 * @param epoch the span in which item ids keep their meaning (IMAP: UIDVALIDITY)
 * @param next smallest position that a new item may take (IMAP: UIDNEXT)
 * @param count items standing there; -1 unknown
 * @param bytes their size together, -1 where it costs more than a glance
 * @param state for a later comparison by the reader that made it
 */
public record FolderStatus(Epoch epoch, long next, long count, long bytes, FolderState state) {
    public FolderStatus {
        Objects.requireNonNull(epoch);
        Objects.requireNonNull(state);
    }

    public Mark mark() {
        return new Mark(epoch, next);
    }
}
