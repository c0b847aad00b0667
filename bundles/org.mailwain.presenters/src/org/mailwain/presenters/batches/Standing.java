package org.mailwain.presenters.batches;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.operations.StatusOperation;
import org.mailwain.operations.run.RunHolder;
import org.mailwain.operations.run.RunPicture;

/** Puts together what the ledger knows of a batch and what its last run told. Without state. */
final class Standing {
    private Standing() {}

    /** @param run null where there was none, or nothing is known of it */
    static MailboxLine line(
            String label, StatusOperation.Mailbox known, RunPicture.MailboxPicture run, boolean running) {
        FolderCounts counts = known == null ? null : known.counts();
        boolean current = run != null && (running || known == null);
        return new MailboxLine(
                label,
                current ? run.state() : known == null ? run.state() : known.state(),
                current ? run.folder().orElse(null) : null,
                run == null ? 0 : run.handled(),
                run == null ? 0 : run.planned(),
                run == null ? 0 : run.copied(),
                run == null ? 0 : run.failed(),
                run == null ? 0 : run.bytes(),
                counts == null ? -1 : counts.listed(),
                counts == null ? 0 : counts.listed() - counts.of(ItemOutcome.FAILED),
                counts == null ? 0 : counts.of(ItemOutcome.FAILED),
                known == null ? null : known.lastSynced(),
                current ? run.failure().orElse(null) : known == null ? null : known.failure(),
                run == null ? List.of() : run.folders());
    }

    /** The ledger's word, unless a run is at work; a state of work with nobody at it is that of a run that died. */
    static BatchState state(BatchState ledger, BatchState run, Optional<RunHolder> holder) {
        if (holder.isPresent() && run != null) {
            return run;
        }
        BatchState told = ledger == null ? (run == null ? BatchState.CREATED : run) : ledger;
        return told.isActive() && holder.isEmpty() ? BatchState.STOPPED : told;
    }
}
