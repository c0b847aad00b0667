package org.mailwain.mail.internal.imap;

import java.util.HashSet;
import java.util.Set;
import org.mailwain.api.provider.NameRules;

/** What one make of server does besides the standard; not changed any more once it stands in {@link Make}. */
final class Quirks {
    final String word;
    boolean rewrites;
    boolean estimates;
    boolean losesFlags;
    boolean forgetsValidity;
    private String forbidden = "";
    private int longestName = -1;
    private Set<String> forbiddenStarts = Set.of();
    private boolean caseless;
    private boolean trims;
    private boolean squeezes;
    private final Set<String> reserved = new HashSet<>(Set.of(".", ".."));

    /** @param word of the greeting */
    Quirks(String word) {
        this.word = word;
    }

    Quirks rewrites() {
        rewrites = true;
        return this;
    }

    Quirks estimates() {
        estimates = true;
        return this;
    }

    Quirks losesFlags() {
        losesFlags = true;
        return this;
    }

    Quirks forgetsValidity() {
        forgetsValidity = true;
        return this;
    }

    /** Characters in no name. */
    Quirks forbids(String characters) {
        forbidden = characters;
        return this;
    }

    Quirks longest(int name) {
        longestName = name;
        return this;
    }

    Quirks noNameBegins(String... starts) {
        forbiddenStarts = Set.of(starts);
        return this;
    }

    Quirks caseless() {
        caseless = true;
        return this;
    }

    Quirks trims() {
        trims = true;
        return this;
    }

    /** Makes one blank of several. */
    Quirks squeezes() {
        squeezes = true;
        return this;
    }

    /** Names at the top that cannot be made, in lower case. */
    Quirks reserves(String name) {
        reserved.add(name);
        return this;
    }

    NameRules names(char delimiter) {
        String all = delimiter == 0 || forbidden.indexOf(delimiter) >= 0 ? forbidden : forbidden + delimiter;
        return new NameRules(
                all, longestName, delimiter == 0 ? 1 : -1, caseless, trims, squeezes, reserved, forbiddenStarts);
    }
}
