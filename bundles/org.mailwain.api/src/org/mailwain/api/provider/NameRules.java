package org.mailwain.api.provider;

import java.util.Set;

/**
 * What a server takes as the name of one folder.
 *
 * @param forbidden characters that no name may hold, the hierarchy delimiter among them
 * @param maxLength longest name in characters, -1 unknown
 * @param maxDepth deepest level, -1 unknown
 * @param caseless whether names that differ by case alone are one folder
 * @param trims whether blanks at either end are refused or cut
 * @param squeezes whether several blanks in a row become one
 * @param reserved names that cannot be made at the top, in lower case
 * @param forbiddenStarts texts with which no top-level name may begin (Dovecot: {@code ~})
 */
public record NameRules(
        String forbidden,
        int maxLength,
        int maxDepth,
        boolean caseless,
        boolean trims,
        boolean squeezes,
        Set<String> reserved,
        Set<String> forbiddenStarts) {
    public NameRules {
        reserved = Set.copyOf(reserved);
        forbiddenStarts = Set.copyOf(forbiddenStarts);
    }

    /** Of a server that keeps several blanks in a row. */
    public NameRules(
            String forbidden,
            int maxLength,
            int maxDepth,
            boolean caseless,
            boolean trims,
            Set<String> reserved,
            Set<String> forbiddenStarts) {
        this(forbidden, maxLength, maxDepth, caseless, trims, false, reserved, forbiddenStarts);
    }

    /** Control characters and the delimiter are forbidden, nothing else is. */
    public static NameRules delimitedBy(String delimiter) {
        return new NameRules(delimiter, -1, -1, false, false, Set.of(), Set.of());
    }
}
