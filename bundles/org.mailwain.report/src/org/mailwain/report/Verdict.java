package org.mailwain.report;

/** What is to be said of a mailbox or a batch in one word. In the order of how bad it is. */
public enum Verdict {
    /** Every listed item is accounted for, and nothing waits for a person. */
    COMPLETE,
    /** Every listed item is accounted for, and some wait for a person. */
    COMPLETE_WITH_ITEMS,
    /** Work has not ended, or was stopped. */
    UNFINISHED,
    /** Nothing was listed yet. */
    NOT_LISTED,
    /** Given up. */
    FAILED,
    /** A sheet does not add up although work has ended. */
    NOT_BALANCED;

    public boolean isComplete() {
        return this == COMPLETE || this == COMPLETE_WITH_ITEMS;
    }

    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
