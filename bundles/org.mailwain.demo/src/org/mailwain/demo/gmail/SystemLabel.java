package org.mailwain.demo.gmail;

/** Gmail's own labels; the order is that of the names in {@link GmailLanguage}. */
public enum SystemLabel {
    INBOX("\\Inbox", null),
    ALL(null, "\\All"),
    DRAFTS("\\Draft", "\\Drafts"),
    SENT("\\Sent", "\\Sent"),
    SPAM("\\Spam", "\\Junk"),
    STARRED("\\Starred", "\\Flagged"),
    IMPORTANT("\\Important", "\\Important"),
    TRASH("\\Trash", "\\Trash");

    private final String atom;
    private final String use;

    SystemLabel(String atom, String use) {
        this.atom = atom;
        this.use = use;
    }

    /** In X-GM-LABELS; null for All Mail, which is no label. */
    public String atom() {
        return atom;
    }

    /** In LIST; null for the inbox. */
    public String use() {
        return use;
    }
}
