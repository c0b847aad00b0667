package org.mailwain.mail.internal.imap;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mailwain.api.provider.NameRules;

/** Servers of which we know what no capability says; told by their greeting. */
enum Make {
    DOVECOT("Dovecot", "", 255, Set.of("~", "/"), false, false),
    /** Drops bare CR, adds a final line end; keeps no UIDVALIDITY for a folder that was never opened for writing. */
    COURIER("Courier-IMAP", "/", -1, Set.of(), true, true),
    /** Makes an X of each byte above 127 in a header. */
    CYRUS("Cyrus IMAP", "!\"%/;<>\\`{|}", -1, Set.of(), true, false),
    /** Takes names that differ in case for one, cuts blanks, rewrites every message, keeps {@code Files} to itself. */
    EXCHANGE("Microsoft Exchange", "", 255, Set.of(), true, false, Set.of("files")),
    /** Labels: names that differ in case are one, and a {@code ^} begins those of its own. */
    GMAIL("Gimap", "^\\", 225, Set.of(), false, false, Set.of("[gmail]", "[google mail]")),
    OTHER("", "", -1, Set.of(), false, false);

    private final String word;
    private final String forbidden;
    private final int longestName;
    private final Set<String> forbiddenStarts;
    private final boolean rewrites;
    private final boolean forgetsValidity;
    private final boolean careless;
    private final Set<String> reserved;

    Make(
            String word,
            String forbidden,
            int longestName,
            Set<String> forbiddenStarts,
            boolean rewrites,
            boolean forgetsValidity) {
        this(word, forbidden, longestName, forbiddenStarts, rewrites, forgetsValidity, Set.of());
    }

    /** @param reserved where there are such names, case and blanks at the ends tell no names apart */
    Make(
            String word,
            String forbidden,
            int longestName,
            Set<String> forbiddenStarts,
            boolean rewrites,
            boolean forgetsValidity,
            Set<String> reserved) {
        this.word = word;
        this.forbidden = forbidden;
        this.longestName = longestName;
        this.forbiddenStarts = forbiddenStarts;
        this.rewrites = rewrites;
        this.forgetsValidity = forgetsValidity;
        this.careless = !reserved.isEmpty();
        this.reserved = reserved;
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
        Set<String> kept = new HashSet<>(reserved);
        kept.addAll(List.of(".", ".."));
        return new NameRules(all, longestName, delimiter == 0 ? 1 : -1, careless, careless, kept, forbiddenStarts);
    }
}
