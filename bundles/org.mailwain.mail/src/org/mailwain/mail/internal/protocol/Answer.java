package org.mailwain.mail.internal.protocol;

import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.mailwain.api.failure.FailureException;

/** Takes what comes back for one command. Called while answers are read; must not send commands. */
public interface Answer {
    /** What bodies a FETCH answer may bring. */
    enum Bodies {
        NONE,
        /** Whole messages, into the body store. */
        MESSAGE,
        /** Headers, into the body store, cut at the longest that is looked at. */
        HEADER,
        /** Some header fields, as bytes. */
        FIELDS
    }

    /** @return whether it belongs to this command; otherwise the next command under way is asked */
    default boolean untagged(IMAPResponse response) throws FailureException {
        return false;
    }

    /** @return whether it belongs to this command, which then owns the body */
    default boolean fetched(Fetched item) throws FailureException {
        return false;
    }

    default Bodies bodies() {
        return Bodies.NONE;
    }

    /**
     * The largest literal that is believable as a body.
     *
     * @param uid 0 where the answer has not named it yet
     * @return -1 where no body of this message was asked for
     */
    default long largest(long uid) {
        return -1;
    }

    /** The command is over; nothing more comes for it. */
    void done(Reply reply) throws FailureException;
}
