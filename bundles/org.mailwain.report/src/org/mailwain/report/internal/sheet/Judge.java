package org.mailwain.report.internal.sheet;

import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.mail.FolderState;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.report.Balance;
import org.mailwain.report.TargetSheet.TargetCounts;
import org.mailwain.report.Verdict;

/** What numbers and states mean. */
public final class Judge {
    private Judge() {}

    /** Whether every item of the mailbox should have an outcome. */
    static boolean isFinished(MailboxState state) {
        return switch (state) {
            case SYNCED, INCREMENTAL_SYNCED, COMPLETION_SYNCED, COMPLETED, COMPLETED_WITH_WARNINGS -> true;
            default -> false;
        };
    }

    private static boolean isGivenUp(MailboxState state) {
        return switch (state) {
            case FAILED, INCREMENTAL_FAILED, COMPLETION_FAILED, CORRUPTED -> true;
            default -> false;
        };
    }

    /** A folder without a recorded state and without a listed item was never listed to its end. */
    static Balance balance(FolderRecord folder, MailboxState state) {
        long listed = folder.counts().listed();
        if (folder.sourceEpoch() == null
                || !folder.settled() && listed == 0 && folder.state().equals(FolderState.UNKNOWN)) {
            return Balance.NOT_LISTED;
        }
        if (folder.counts().balances()) {
            return Balance.BALANCED;
        }
        return folder.settled() || isFinished(state) ? Balance.NOT_BALANCED : Balance.OPEN;
    }

    /** The target is counted at the end of a pass: until then the sum runs ahead of it. */
    static Balance balance(TargetCounts target, MailboxState state) {
        if (!target.looked()) {
            return Balance.NOT_LISTED;
        }
        if (target.open() == 0) {
            return Balance.BALANCED;
        }
        return isFinished(state) ? Balance.NOT_BALANCED : Balance.OPEN;
    }

    /** @param worst of the mailbox's sheets; a target that was not looked at does not count */
    static Verdict verdict(MailboxState state, boolean listed, Balance worst, boolean needs) {
        if (worst == Balance.NOT_BALANCED) {
            return Verdict.NOT_BALANCED;
        }
        if (isGivenUp(state)) {
            return Verdict.FAILED;
        }
        if (!listed) {
            return Verdict.NOT_LISTED;
        }
        if (!isFinished(state) || worst != Balance.BALANCED) {
            return Verdict.UNFINISHED;
        }
        return needs ? Verdict.COMPLETE_WITH_ITEMS : Verdict.COMPLETE;
    }
}
