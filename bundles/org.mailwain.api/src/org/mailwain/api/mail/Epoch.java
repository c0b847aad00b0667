package org.mailwain.api.mail;

/** The span of a folder's life in which item ids keep their meaning. IMAP: UIDVALIDITY in decimal. */
public record Epoch(String value) {
    public Epoch {
        if (value.length() > 512) {
            throw new IllegalArgumentException("epoch over 512 characters");
        }
    }

    public static Epoch of(long number) {
        return new Epoch(Long.toString(number));
    }
}
