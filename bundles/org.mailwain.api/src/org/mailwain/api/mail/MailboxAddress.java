package org.mailwain.api.mail;

import java.util.Locale;
import java.util.Optional;

/** A mail address, {@code local@domain}, compared without case as mail systems do in practice. */
public record MailboxAddress(String value) {
    public MailboxAddress {
        if (!wellFormed(value)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    public static Optional<MailboxAddress> of(String text) {
        return wellFormed(text) ? Optional.of(new MailboxAddress(text)) : Optional.empty();
    }

    /** One {@code @} with a local part of at most 64 and a domain of at most 255 characters, no blanks or controls. */
    private static boolean wellFormed(String text) {
        int at = text.lastIndexOf('@');
        String domain = text.substring(at + 1);
        return at > 0
                && at <= 64
                && !domain.isEmpty()
                && domain.length() <= 255
                && !domain.startsWith(".")
                && !domain.endsWith(".")
                && !domain.contains("..")
                && text.chars().noneMatch(c -> c <= ' ' || c == 0x7F || c == ',' || c == '<' || c == '>')
                && text.indexOf('@') == at;
    }

    public String localPart() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MailboxAddress address && value.equalsIgnoreCase(address.value);
    }

    @Override
    public int hashCode() {
        return value.toLowerCase(Locale.ROOT).hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
