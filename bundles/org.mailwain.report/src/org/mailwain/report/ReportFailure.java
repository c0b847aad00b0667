package org.mailwain.report;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What can go wrong with a report. */
public enum ReportFailure implements FailureCode {
    /** Argument: batch. */
    NO_BATCH("report.no-batch"),
    /** Argument: folder. */
    TAKEN("report.taken"),
    /** Arguments: folder, reason. */
    WRITE("report.write"),
    /** Arguments: file, reason. */
    READ("report.read"),
    /** Argument: folder. */
    NOT_A_REPORT("report.not-a-report"),
    /** Arguments: file, place in it, what is wrong there. */
    DAMAGED("report.damaged"),
    /** Arguments: file, its version, ours. */
    NEWER("report.newer");

    private final String code;

    ReportFailure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Scope scope() {
        return Scope.RUN;
    }

    @Override
    public boolean retryable() {
        return this == WRITE;
    }
}
