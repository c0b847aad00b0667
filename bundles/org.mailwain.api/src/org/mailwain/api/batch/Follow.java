package org.mailwain.api.batch;

/** What later passes do about flags that changed on the source. */
public enum Follow {
    /** Flags are set when a message is copied, and left alone afterwards. */
    INITIAL,
    /** Changed flags of copied messages are carried over. */
    FOLLOW
}
