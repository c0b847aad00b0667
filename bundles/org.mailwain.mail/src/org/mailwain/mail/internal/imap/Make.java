package org.mailwain.mail.internal.imap;

import java.util.Set;
import org.mailwain.api.provider.NameRules;

/** Servers of which we know what no capability says; told by their greeting. */
enum Make {
    DOVECOT("Dovecot", "", 255, Set.of("~", "/"), false, false),
    /** Drops bare CR, adds a final line end; keeps no UIDVALIDITY for a folder that was never opened for writing. */
    COURIER("Courier-IMAP", "/", -1, Set.of(), true, true),
    /** Makes an X of each byte above 127 in a header. */
    CYRUS("Cyrus IMAP", "!\"%/;<>\\`{|}", -1, Set.of(), true, false),
    OTHER("", "", -1, Set.of(), false, false);

    private final String word;
    private final String forbidden;
    private final int longestName;
    private final Set<String> forbiddenStarts;
    private final boolean rewrites;
    private final boolean forgetsValidity;

    Make(
            String word,
            String forbidden,
            int longestName,
            Set<String> forbiddenStarts,
            boolean rewrites,
            boolean forgetsValidity) {
        this.word = word;
        this.forbidden = forbidden;
        this.longestName = longestName;
        this.forbiddenStarts = forbiddenStarts;
        this.rewrites = rewrites;
        this.forgetsValidity = forgetsValidity;
    }

    /** @param banner the words of the greeting */
    static Make of(String banner) {
        for (Make make : values()) {
            if (banner.contains(make.word)) {
                return make;
            }
        }
        return OTHER;
    }

    boolean rewrites() {
        return rewrites;
    }

    boolean forgetsValidity() {
        return forgetsValidity;
    }

    /** @param delimiter 0 where there are no levels */
    NameRules names(char delimiter) {
        String all = delimiter == 0 || forbidden.indexOf(delimiter) >= 0 ? forbidden : forbidden + delimiter;
        return new NameRules(
                all, longestName, delimiter == 0 ? 1 : -1, false, false, Set.of(".", ".."), forbiddenStarts);
    }
}
