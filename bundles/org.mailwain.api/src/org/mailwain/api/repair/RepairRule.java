package org.mailwain.api.repair;

import java.io.IOException;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.progress.CancelledException;

/**
 * One small change that makes a refused message acceptable, and the name of what is wrong with it. A service, called by
 * several threads at once. Every installed rule is asked for its flaw, so that a refusal has a cause; only those that
 * the batch allows mend anything.
 */
public interface RepairRule {
    /** Stable name, as batches allow it and the evidence sheet shows it: lower-case words joined by hyphens. */
    String id();

    /** Rules are tried in rising order, but one that {@link #isMeantBy} the server's words first. */
    int order();

    /** Whether it mends before the first try, since the target would take the message and do harm with it. */
    default boolean ahead() {
        return false;
    }

    /** Whether the server's words name what this rule mends. */
    default boolean isMeantBy(Failure refusal) {
        return false;
    }

    /**
     * What this rule would mend, as a failure of this one message; empty where the message has nothing of it.
     *
     * @param refusal of the message by the target; null for a rule that mends {@link #ahead}
     */
    Optional<Failure> flaw(Letter letter, Failure refusal) throws IOException, CancelledException;

    /**
     * @param refusal as above
     * @return the repaired message, or empty where the rule finds nothing that it can mend. A body that differs is a new
     *     one of the store; the given one stays open and untouched.
     */
    Optional<Letter> repair(Letter letter, Failure refusal, BodyStore bodies) throws IOException, CancelledException;
}
