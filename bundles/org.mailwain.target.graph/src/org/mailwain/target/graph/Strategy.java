package org.mailwain.target.graph;

/** How a message is made on the target. What each keeps stands in {@code releng/docs/microsoft365.md}. */
public enum Strategy {
    /** From its parts, with dates and flags; readable, dated and not a draft. Signatures do not survive. */
    JSON,
    /** The message as it is, as a draft of the day of the import. */
    MIME,
    /** The message as it is and no draft; beta, with a permission of its own. */
    IMPORT_MIME
}
