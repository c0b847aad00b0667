package org.mailwain.report.internal.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailwain.api.batch.ItemOutcome.COPIED;
import static org.mailwain.api.batch.ItemOutcome.FAILED;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderState;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.report.Balance;
import org.mailwain.report.TargetSheet.TargetCounts;
import org.mailwain.report.Verdict;

class JudgeTest {
    private static FolderRecord folder(boolean known, boolean settled, long listed, Map<ItemOutcome, Long> outcomes) {
        return new FolderRecord(
                known ? Epoch.of(1) : null,
                settled ? new FolderState("x") : FolderState.UNKNOWN,
                "",
                settled,
                new FolderCounts(listed, outcomes, Map.of(), 0, 0),
                1,
                null,
                null,
                Set.of());
    }

    @Test
    void anEmptyFolderThatWasListedBalances() {
        assertThat(Judge.balance(folder(true, true, 0, Map.of()), MailboxState.SYNCED))
                .isEqualTo(Balance.BALANCED);
    }

    @Test
    void aFolderWithoutAListingIsNotListedWhateverTheStateSays() {
        assertThat(Judge.balance(folder(false, false, 0, Map.of()), MailboxState.SYNCED))
                .isEqualTo(Balance.NOT_LISTED);
        assertThat(Judge.balance(folder(true, false, 0, Map.of(COPIED, 7L)), MailboxState.STOPPED))
                .isEqualTo(Balance.NOT_LISTED);
    }

    @Test
    void missingOutcomesAreOpenWhileWorkGoesOnAndAFaultAfterwards() {
        FolderRecord going = folder(true, false, 10, Map.of(COPIED, 7L));
        assertThat(Judge.balance(going, MailboxState.SYNCING)).isEqualTo(Balance.OPEN);
        assertThat(Judge.balance(going, MailboxState.STOPPED)).isEqualTo(Balance.OPEN);
        assertThat(Judge.balance(going, MailboxState.SYNCED)).isEqualTo(Balance.NOT_BALANCED);
        FolderRecord settled = folder(true, true, 10, Map.of(COPIED, 7L));
        assertThat(Judge.balance(settled, MailboxState.SYNCING)).isEqualTo(Balance.NOT_BALANCED);
    }

    @Test
    void aFolderWithFailuresThatWillBeTriedAgainBalances() {
        FolderRecord folder = folder(true, false, 10, Map.of(COPIED, 7L, FAILED, 3L));
        assertThat(Judge.balance(folder, MailboxState.SYNCED)).isEqualTo(Balance.BALANCED);
    }

    @Test
    void aTargetIsJudgedAtTheEndOfItsPass() {
        TargetCounts ahead = new TargetCounts(100, 110, 0, 0);
        assertThat(Judge.balance(ahead, MailboxState.INCREMENTAL_SYNCING)).isEqualTo(Balance.OPEN);
        assertThat(Judge.balance(ahead, MailboxState.INCREMENTAL_SYNCED)).isEqualTo(Balance.NOT_BALANCED);
        assertThat(Judge.balance(new TargetCounts(-1, 110, 0, 0), MailboxState.SYNCED))
                .isEqualTo(Balance.NOT_LISTED);
        assertThat(Judge.balance(new TargetCounts(112, 100, 10, 2), MailboxState.SYNCED))
                .isEqualTo(Balance.BALANCED);
    }

    @Test
    void nothingUnbalancedHidesBehindAnotherVerdict() {
        for (MailboxState state : MailboxState.values()) {
            assertThat(Judge.verdict(state, true, Balance.NOT_BALANCED, true)).isEqualTo(Verdict.NOT_BALANCED);
        }
    }

    @Test
    void completeIsOnlyWhatEndedAndBalances() {
        for (MailboxState state : MailboxState.values()) {
            for (Balance worst : Balance.values()) {
                for (boolean listed : new boolean[] {true, false}) {
                    boolean complete =
                            Judge.verdict(state, listed, worst, false).isComplete();
                    assertThat(complete).isEqualTo(listed && worst == Balance.BALANCED && Judge.isFinished(state));
                }
            }
        }
    }
}
