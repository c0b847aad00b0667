package org.mailwain.cli.internal;

import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.operations.OperationFailure;

/** Exit codes of the command line; documented in {@code releng/docs/command-line.md} and stable. */
enum ExitCode {
    OK(0),
    /** Done, but something needs a person: failed items, differences, warnings of a check. */
    ATTENTION(1),
    USAGE(2),
    /** The project's files have problems. */
    PROBLEMS(3),
    /** An endpoint could not be reached or a sign-in failed. */
    ENDPOINT(4),
    /** The work could not be done. */
    FAILED(5),
    /** Ended on request; the same command goes on. */
    STOPPED(6),
    /** Another run holds the batch. */
    LOCKED(7),
    INTERNAL(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(Failure failure) {
        if (failure.is(ApiFailure.CANCELLED)) {
            return STOPPED;
        } else if (failure.is(OperationFailure.LOCKED)) {
            return LOCKED;
        } else if (failure.is(OperationFailure.PROJECT_BROKEN)
                || failure.is(OperationFailure.UNMATCHED)
                || failure.is(OperationFailure.NO_ROWS)
                || failure.is(OperationFailure.NO_PROJECT)) {
            return PROBLEMS;
        } else if (failure.is(OperationFailure.UNEXPECTED)) {
            return INTERNAL;
        }
        return failure.scope() == Scope.ENDPOINT ? ENDPOINT : FAILED;
    }
}
