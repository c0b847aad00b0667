package org.mailwain.target.graph.internal;

import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;

/** The service answered that it did not do what was asked. */
final class Refused extends FailureException {
    private static final long serialVersionUID = 1L;

    private final transient HttpRefusal answer;

    Refused(Failure failure, HttpRefusal answer) {
        super(failure, answer);
        this.answer = answer;
    }

    int status() {
        return answer.status();
    }

    String code() {
        return answer.code();
    }

    String said() {
        return answer.said();
    }

    boolean isMissing() {
        return answer.status() == 404;
    }
}
