package org.mailwain.presenters.batches;

import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;

/**
 * Failures of one cause.
 *
 * @param example the first of them
 * @param count how often it came up in this run
 * @param mailboxes in which it came up, the first {@link #NAMED} of them
 */
public record ErrorGroup(Failure example, long count, Set<String> mailboxes) {
    /** Mailboxes that are remembered of a cause. */
    public static final int NAMED = 100;

    public ErrorGroup {
        mailboxes = Set.copyOf(mailboxes);
    }

    public Scope scope() {
        return example.scope();
    }
}
