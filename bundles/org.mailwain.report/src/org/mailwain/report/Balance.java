package org.mailwain.report;

/** Whether the numbers of an evidence sheet add up. In the order of how bad it is. */
public enum Balance {
    BALANCED,
    /** Items are listed and have no outcome yet: the work on the folder has not ended. */
    OPEN,
    /** The folder was not listed to its end (a target folder: not looked at), so there is nothing to compare with. */
    NOT_LISTED,
    /** The work has ended and the numbers do not add up. */
    NOT_BALANCED;

    public Balance worse(Balance other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
