package org.mailwain.source.gmail;

/** Where a message goes that has several labels. */
public enum LabelStrategy {
    /** Into the folder of the label that goes first; the other labels become keywords. */
    ONE_FOLDER,
    /** A copy into the folder of each label; without a label into the archive. */
    COPY_PER_LABEL,
    /** All into the archive folder, the labels as keywords. */
    ALL_MAIL
}
