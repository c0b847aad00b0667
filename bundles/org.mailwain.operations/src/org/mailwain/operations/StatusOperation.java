package org.mailwain.operations;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.ledger.BatchLedger;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.operations.run.EventReader;
import org.mailwain.operations.run.RunFolder;
import org.mailwain.operations.run.RunHolder;
import org.mailwain.operations.run.RunPicture;

/** Says where a batch and its mailboxes stand, from the ledger; while a run is at work, too. */
public final class StatusOperation {
    private final Services services;
    private final Path project;
    private final String name;

    public StatusOperation(BatchWork work) {
        this(work.services(), work.project(), work.batch().name());
    }

    /**
     * For a batch whose files need not be sound: the ledger alone is read.
     *
     * @param project the project's folder
     * @param batch its name
     */
    public StatusOperation(Services services, Path project, String batch) {
        this.services = services;
        this.project = project;
        this.name = batch;
    }

    /**
     * @param holder who runs it now, or empty; an active state without a holder was left by a run that died
     * @param mailboxes in the order of the list
     * @param waiting what the run at work waits for, why and until when
     * @param totals of the run at work with the time that it will take; empty while none is
     */
    public record Status(
            String batch,
            BatchState state,
            Optional<RunHolder> holder,
            List<Mailbox> mailboxes,
            List<RunPicture.Waiting> waiting,
            Optional<RunPicture.Totals> totals) {
        public boolean died() {
            return state.isActive() && holder.isEmpty();
        }
    }

    /**
     * @param failure why, where the state is a failure; else null
     * @param lastSynced end of the last good pass, or null
     * @param counts of all folders; null where the mailbox was never listed
     */
    public record Mailbox(
            String label,
            MailboxState state,
            Instant since,
            Failure failure,
            Instant lastSynced,
            FolderCounts counts) {}

    /** @throws FailureException {@link OperationFailure#NEVER_RUN} */
    public Status status() throws FailureException {
        Optional<Ledger> opened = BatchWork.ledgerToRead(services, project);
        if (opened.isEmpty()) {
            throw OperationFailure.NEVER_RUN.raise(name);
        }
        try (Ledger ledger = opened.get()) {
            if (!ledger.batches().contains(name)) {
                throw OperationFailure.NEVER_RUN.raise(name);
            }
            BatchLedger batch = ledger.batch(name);
            List<Mailbox> mailboxes = new ArrayList<>();
            for (BatchLedger.MailboxEntry entry : batch.mailboxes()) {
                mailboxes.add(new Mailbox(
                        entry.label(),
                        entry.state(),
                        entry.since(),
                        entry.failure(),
                        entry.lastSynced(),
                        counts(ledger, entry)));
            }
            RunFolder run = RunFolder.of(project, name);
            Optional<RunHolder> holder = run.holder();
            Optional<RunPicture> picture = holder.map(h -> picture(run));
            return new Status(
                    name,
                    batch.state(),
                    holder,
                    mailboxes,
                    picture.map(RunPicture::waiting).orElse(List.of()),
                    picture.map(p -> p.totals(Instant.now())));
        }
    }

    /** From the events of the run so far. */
    private static RunPicture picture(RunFolder run) {
        RunPicture picture = new RunPicture();
        EventReader events = new EventReader(run);
        List<RunEvent> some = events.poll();
        while (!some.isEmpty()) {
            some.forEach(picture::apply);
            some = events.poll();
        }
        return picture;
    }

    private static FolderCounts counts(Ledger ledger, BatchLedger.MailboxEntry entry) throws FailureException {
        Optional<MailboxLedger> mailbox = ledger.read(entry.key());
        if (mailbox.isEmpty()) {
            return null;
        }
        try (MailboxLedger open = mailbox.get()) {
            FolderCounts sum = null;
            for (FolderLedger folder : open.folders()) {
                FolderCounts counts = folder.record().counts();
                sum = sum == null ? counts : sum.plus(counts);
            }
            return sum;
        }
    }
}
