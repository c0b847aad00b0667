package org.mailwain.engine;

/** How a pass or a run ended. */
public enum Ending {
    COMPLETED,
    /** Everything was gone through; items or folders failed. */
    WITH_ERRORS,
    FAILED,
    /** On request, at a safe point. */
    STOPPED
}
