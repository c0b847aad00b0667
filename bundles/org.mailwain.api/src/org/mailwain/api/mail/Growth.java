package org.mailwain.api.mail;

/**
 * What two states of one folder say about the time between them. Where {@code Traits.changes()} is false, flags do not
 * show in a state: SAME and GROWN then speak of coming and going alone.
 */
public enum Growth {
    /** No item came, went or changed its flags. */
    SAME,
    /** Items came; none that stood there went or changed. */
    GROWN,
    /** Anything may have happened. */
    LIST_AGAIN
}
