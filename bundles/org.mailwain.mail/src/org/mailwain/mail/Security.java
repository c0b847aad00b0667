package org.mailwain.mail;

/** How a connection is protected. */
public enum Security {
    /** TLS from the first byte. */
    TLS(993),
    /** Clear text up to STARTTLS, which has to succeed. */
    STARTTLS(143),
    /** Clear text throughout; only where it is allowed explicitly. */
    NONE(143);

    private final int imapPort;

    Security(int imapPort) {
        this.imapPort = imapPort;
    }

    /** The port that IMAP has by default. */
    public int imapPort() {
        return imapPort;
    }
}
