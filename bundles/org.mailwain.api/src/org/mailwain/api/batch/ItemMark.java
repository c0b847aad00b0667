package org.mailwain.api.batch;

/** What is to be said of an item besides its outcome; never counted in a balance. */
public enum ItemMark {
    /** A repair rule changed it because the target refused the original. */
    REPAIRED(false),
    /** The target holds something else than was sent. */
    CHANGED_BY_TARGET(true),
    /** The target made one of this and an equal message. */
    MERGED_BY_TARGET(false),
    /** The target cannot hold everything (a flag, a date, a label). */
    KEPT_LESS(false),
    /** A second copy may stand there: content could not be compared. */
    MAY_BE_DOUBLED(true),
    /** A second copy stands there, stored late by the server, and cannot be removed one by one. */
    DOUBLED_BY_LATE_WRITE(true),
    /** It left its source folder for another, and its copy went along on the target. Only of items that left. */
    MOVED(false),
    /** It left the source, and its copy was removed from the target as the batch asks. Only of items that left. */
    REMOVED(false);

    private final boolean needsPerson;

    ItemMark(boolean needsPerson) {
        this.needsPerson = needsPerson;
    }

    /** Whether somebody has to look at the item. */
    public boolean needsPerson() {
        return needsPerson;
    }
}
