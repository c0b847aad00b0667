package org.mailwain.repair;

import org.mailwain.api.failure.FailureCode;
import org.mailwain.api.failure.Scope;

/** What is wrong with a message that a target refused. The last argument of each is the target's words. */
public enum RepairFailure implements FailureCode {
    /** Arguments: how many NUL bytes, words. */
    NUL("repair.flaw.nul"),
    /** Arguments: how many line ends that are not CR LF, words. */
    NEWLINES("repair.flaw.newlines"),
    /** Arguments: name of the first such field, words. */
    HEADER_8BIT("repair.flaw.header-8bit"),
    /** Arguments: bytes of the longest line, words. */
    LONG_LINES("repair.flaw.long-lines"),
    /** Arguments: the line that is none of a header, or nothing where there is no header; words. */
    HEADER("repair.flaw.header"),
    /** Arguments: keywords, words. */
    FLAGS("repair.flaw.flags"),
    /** Arguments: date of arrival, words. */
    DATE("repair.flaw.date"),
    /** Arguments: whom the receipt would go to, words. */
    RECEIPT("repair.flaw.read-receipts");

    private final String code;

    RepairFailure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Scope scope() {
        return Scope.MESSAGE;
    }

    @Override
    public boolean retryable() {
        return false;
    }
}
