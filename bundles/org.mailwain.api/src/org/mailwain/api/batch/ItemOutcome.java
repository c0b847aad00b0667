package org.mailwain.api.batch;

/**
 * What became of one source item in one target folder. Per folder the numbers of all outcomes add up to the number of
 * listed items: every item has exactly one.
 */
public enum ItemOutcome {
    COPIED,
    ALREADY_THERE,
    /** Placed once, in another folder, by the rule for labels. */
    KEPT_ELSEWHERE,
    SKIPPED_BY_RULE,
    FAILED,
    /** Left the source between listing and reading. */
    VANISHED
}
