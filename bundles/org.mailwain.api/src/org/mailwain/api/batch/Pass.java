package org.mailwain.api.batch;

/** Rounds over a mailbox. */
public enum Pass {
    INITIAL,
    /** 'Rescan': what is new since. */
    DELTA,
    COMPLETION
}
