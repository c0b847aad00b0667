package org.mailwain.mail.internal.imap;

import org.mailwain.api.provider.NameRules;

/** Servers of which we know what no capability says; told by their greeting. */
enum Make {
    DOVECOT(new Quirks("Dovecot").longest(255).noNameBegins("~", "/")),
    /** Drops bare CR, adds a final line end; keeps no UIDVALIDITY for a folder that was never opened for writing. */
    COURIER(new Quirks("Courier-IMAP").forbids("/").rewrites().forgetsValidity()),
    /** Makes an X of each byte above 127 in a header. */
    CYRUS(new Quirks("Cyrus IMAP").forbids("!\"%/;<>\\`{|}").rewrites()),
    /**
     * Takes a message apart and makes another one when it is read, tells sizes that it believes, and loses
     * {@code \Flagged} of an APPEND; on premises and online.
     */
    EXCHANGE(new Quirks("Microsoft Exchange")
            .rewrites()
            .estimates()
            .losesFlags()
            .caseless()
            .trims()
            .longest(255)
            .reserves("files")),
    /** Labels are no folders: some characters and superfluous blanks get lost, and case does not matter. */
    GMAIL(new Quirks("Gimap")
            .forbids("^\\")
            .longest(225)
            .caseless()
            .trims()
            .squeezes()
            .reserves("[gmail]")
            .reserves("[google mail]")),
    OTHER(new Quirks(""));

    private final Quirks quirks;

    Make(Quirks quirks) {
        this.quirks = quirks;
    }

    /** @param banner the words of the greeting */
    static Make of(String banner) {
        for (Make make : values()) {
            if (banner.contains(make.quirks.word)) {
                return make;
            }
        }
        return OTHER;
    }

    /** Whether what it serves may have other bytes than what it got. */
    boolean rewrites() {
        return quirks.rewrites;
    }

    /** Whether a size that it lists may be another than that of what it serves. */
    boolean estimates() {
        return quirks.estimates;
    }

    /** Whether flags have to be set after an APPEND to last. */
    boolean losesFlags() {
        return quirks.losesFlags;
    }

    boolean forgetsValidity() {
        return quirks.forgetsValidity;
    }

    /** @param delimiter 0 where there are no levels */
    NameRules names(char delimiter) {
        return quirks.names(delimiter);
    }
}
