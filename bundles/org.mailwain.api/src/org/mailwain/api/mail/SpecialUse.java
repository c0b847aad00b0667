package org.mailwain.api.mail;

/** What a folder is for (RFC 6154, Gmail's additions), however it is named. */
public enum SpecialUse {
    INBOX,
    SENT,
    DRAFTS,
    JUNK,
    TRASH,
    ARCHIVE,
    OUTBOX,
    TEMPLATES,
    /** Every message of the mailbox (Gmail's All Mail). */
    ALL,
    FLAGGED,
    IMPORTANT
}
