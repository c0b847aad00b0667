package org.mailwain.demo.gmail;

/** How Gmail names its special folders. Bare names; they stand below {@code [Gmail]}. */
public enum GmailLanguage {
    ENGLISH("All Mail", "Drafts", "Sent Mail", "Spam", "Starred", "Important", "Trash"),
    GERMAN("Alle Nachrichten", "Entwürfe", "Gesendet", "Spam", "Markiert", "Wichtig", "Papierkorb"),
    JAPANESE("すべてのメール", "下書き", "送信済みメール", "迷惑メール", "スター付き", "重要", "ゴミ箱");

    private final String[] names;

    GmailLanguage(String... names) {
        this.names = names;
    }

    /** The full name of the folder for a system label. */
    public String folder(SystemLabel label) {
        return label == SystemLabel.INBOX ? "INBOX" : "[Gmail]/" + names[label.ordinal() - 1];
    }
}
