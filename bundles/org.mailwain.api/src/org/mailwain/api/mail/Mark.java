package org.mailwain.api.mail;

/**
 * A point in a folder's growth: whatever is appended later stands at {@code next} or after it, in the same epoch.
 * IMAP: UIDVALIDITY and UIDNEXT. Graph: milliseconds of createdDateTime, where an item from before may share the
 * position. POP: always 1, since numbers move up when messages are removed.
 */
public record Mark(Epoch epoch, long next) {
    /** The beginning of the folder. */
    public static Mark startOf(Epoch epoch) {
        return new Mark(epoch, 1);
    }

    public Mark at(long position) {
        return new Mark(epoch, position);
    }
}
