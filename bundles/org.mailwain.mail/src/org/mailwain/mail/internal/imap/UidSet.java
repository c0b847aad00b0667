package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.List;

/** Sets of UIDs as commands and answers write them (RFC 9051, sequence-set). */
final class UidSet {
    private UidSet() {}

    /** Ascending UIDs as one or more sets of at most so many characters each. */
    static List<String> of(long[] ascending, int longest) {
        List<String> sets = new ArrayList<>();
        StringBuilder set = new StringBuilder();
        int at = 0;
        while (at < ascending.length) {
            int last = at;
            while (last + 1 < ascending.length && ascending[last + 1] == ascending[last] + 1) {
                last++;
            }
            String range = last == at ? Long.toString(ascending[at]) : ascending[at] + ":" + ascending[last];
            if (!set.isEmpty() && set.length() + 1 + range.length() > longest) {
                sets.add(set.toString());
                set.setLength(0);
            }
            if (!set.isEmpty()) {
                set.append(',');
            }
            set.append(range);
            at = last + 1;
        }
        if (!set.isEmpty()) {
            sets.add(set.toString());
        }
        return sets;
    }

    /** How many UIDs are in a set that {@link #of} made. */
    static int count(String set) {
        int count = 0;
        for (String range : set.split(",")) {
            int colon = range.indexOf(':');
            count += colon < 0
                    ? 1
                    : (int) (Long.parseLong(range.substring(colon + 1))
                            - Long.parseLong(range.substring(0, colon))
                            + 1);
        }
        return count;
    }

    /** The UIDs of a set in its order, a range rising; empty where there are others than the number expected. */
    static long[] expand(String set, int expected) {
        long[] uids = new long[expected];
        int count = 0;
        for (String range : set.split(",", -1)) {
            String[] ends = range.split(":", -1);
            long first = number(ends[0]);
            long last = ends.length == 1 ? first : number(ends[1]);
            if (ends.length > 2 || first <= 0 || last < first || last - first >= expected - count) {
                return new long[0];
            }
            for (long uid = first; uid <= last; uid++) {
                uids[count++] = uid;
            }
        }
        return count == expected ? uids : new long[0];
    }

    /** @return -1 where the text is no number */
    static long number(String text) {
        if (text.isEmpty() || text.length() > 10 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Long.parseLong(text);
    }
}
