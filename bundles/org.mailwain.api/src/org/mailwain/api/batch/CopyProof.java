package org.mailwain.api.batch;

/**
 * What shows that the copies of a folder are what was sent, from the strongest to the weakest. Flags and dates are
 * compared besides: of each copy where the target tells them, else by samples.
 */
public enum CopyProof {
    /** The target told the exact size of each. */
    SIZE,
    /** The target told an estimated size of each, within what is usual among the folder's first items. */
    SIZE_BAND,
    /** The header that the target holds of each looks like the one sent; its sizes tell nothing. */
    HEADER,
    /** The target named each; nothing of it was compared. */
    PRESENCE,
    /** The target's OK alone. */
    WORD
}
