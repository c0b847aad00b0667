package org.mailwain.ledger.sqlite.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.LedgerFailure;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What errors of SQLite mean for the ledger (https://www.sqlite.org/rescode.html). */
final class Errors {
    /** With less than this free, an error of input or output is a full disk: not every place says so. */
    private static final long NEXT_TO_NOTHING = 256 * 1024;

    private static final int PRIMARY = 0xFF;

    private final Path folder;

    Errors(Path folder) {
        this.folder = folder;
    }

    FailureException explain(SQLException problem) {
        return new FailureException(failure(problem), problem);
    }

    /** Where a connection could not be made, whatever is not known better is that. */
    FailureException open(SQLException problem) {
        Failure failure = failure(problem);
        return new FailureException(
                failure.is(LedgerFailure.WRITE)
                        ? LedgerFailure.OPEN.with(failure.arguments().toArray())
                        : failure,
                problem);
    }

    FailureException open(IOException problem) {
        Failure failure = usable() < NEXT_TO_NOTHING
                ? LedgerFailure.DISK_FULL.with(folder.toString())
                : LedgerFailure.OPEN.with(folder.toString(), problem.toString());
        return new FailureException(failure, problem);
    }

    private Failure failure(SQLException problem) {
        String location = folder.toString();
        String reason = String.valueOf(problem.getMessage());
        SQLiteErrorCode extended = problem instanceof SQLiteException sqlite ? sqlite.getResultCode() : null;
        if (extended == SQLiteErrorCode.SQLITE_IOERR_CORRUPTFS) {
            return LedgerFailure.CORRUPT.with(location, reason);
        }
        int primary = problem.getErrorCode() & PRIMARY;
        if (primary == SQLiteErrorCode.SQLITE_FULL.code
                || primary == SQLiteErrorCode.SQLITE_IOERR.code && usable() < NEXT_TO_NOTHING) {
            return LedgerFailure.DISK_FULL.with(location);
        }
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return LedgerFailure.CORRUPT.with(location, reason);
        }
        if (primary == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || primary == SQLiteErrorCode.SQLITE_PERM.code
                || primary == SQLiteErrorCode.SQLITE_READONLY.code
                || primary == SQLiteErrorCode.SQLITE_AUTH.code) {
            return LedgerFailure.OPEN.with(location, reason);
        }
        // Our statements are well-formed: where a table is missing, it was taken away.
        return primary == SQLiteErrorCode.SQLITE_ERROR.code && reason.contains("no such table")
                ? LedgerFailure.CORRUPT.with(location, reason)
                : LedgerFailure.WRITE.with(location, reason);
    }

    private long usable() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return Long.MAX_VALUE;
        }
    }
}
