package org.mailwain.operations.tenant;

import java.util.List;

/**
 * What became of one row.
 *
 * @param rule by which it was matched or is ambiguous; empty where none fits, or where a person said it
 * @param addresses the one that was found, or those that contend
 */
public record Matched(int line, String userName, State state, String rule, List<String> addresses) {
    /** How it stands with a row. */
    public enum State {
        /** A person wrote the address; it is left alone. */
        BY_HAND,
        MATCHED,
        AMBIGUOUS,
        UNMATCHED
    }

    public Matched {
        addresses = List.copyOf(addresses);
    }
}
