package org.mailwain.target.graph.internal;

import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;

/** Whether the service did what was asked is not known. @see #ends() */
final class Unanswered extends FailureException {
    private static final long serialVersionUID = 1L;

    private final boolean ends;

    Unanswered(Failure failure, Throwable cause, boolean ends) {
        super(failure, cause);
        this.ends = ends;
    }

    /** Whether the session is over; an answer that says no more than that something broke leaves it open. */
    boolean ends() {
        return ends;
    }
}
