package org.mailwain.operations;

import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;

/** The files of a project keep a batch from being worked on. */
public final class BrokenProjectException extends FailureException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BrokenProjectException(List<Problem> problems) {
        super(OperationFailure.PROJECT_BROKEN.with(
                problems.stream().filter(Problem::isError).count()));
        this.problems = List.copyOf(problems);
    }

    /** All of them, warnings too. */
    public List<Problem> problems() {
        return problems;
    }
}
