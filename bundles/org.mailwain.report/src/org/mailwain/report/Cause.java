package org.mailwain.report;

import java.util.List;
import org.mailwain.api.failure.Failure;

/**
 * Items or mailboxes that are listed for the same reason.
 *
 * @param kind null where whole mailboxes failed
 * @param example the first such failure; null where the kind itself is the reason
 * @param sentence of the example, in the report's language
 * @param advice what to do; may be empty
 * @param alike whether the sentence holds for all of them, or only for the example
 * @param items 0 where whole mailboxes failed
 * @param mailboxes in which it came up
 * @param first numbers of the first of these mailboxes, at most {@link #NAMED}
 */
public record Cause(
        NoteKind kind,
        Failure example,
        String sentence,
        String advice,
        boolean alike,
        long items,
        long mailboxes,
        List<Integer> first) {
    public static final int NAMED = 10;

    public Cause {
        first = List.copyOf(first);
    }

    public boolean needsPerson() {
        return kind == null || kind.needsPerson();
    }

    /** Empty where the kind itself is the reason. */
    public String code() {
        return example == null ? "" : example.code();
    }
}
