package org.mailwain.api.mail;

import java.util.Optional;

/** Flags of RFC 9051 section 2.3.2. {@code \Recent} belongs to the session and never travels. */
public enum SystemFlag {
    SEEN("\\Seen"),
    ANSWERED("\\Answered"),
    FLAGGED("\\Flagged"),
    DELETED("\\Deleted"),
    DRAFT("\\Draft");

    private final String atom;

    SystemFlag(String atom) {
        this.atom = atom;
    }

    /** As it stands on the wire. */
    public String atom() {
        return atom;
    }

    public static Optional<SystemFlag> of(String atom) {
        for (SystemFlag flag : values()) {
            if (flag.atom.equalsIgnoreCase(atom)) {
                return Optional.of(flag);
            }
        }
        return Optional.empty();
    }
}
