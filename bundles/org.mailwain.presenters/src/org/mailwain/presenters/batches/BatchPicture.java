package org.mailwain.presenters.batches;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.batch.BatchState;
import org.mailwain.operations.run.RunHolder;
import org.mailwain.operations.run.RunPicture;

/**
 * What a dashboard shows of a batch at one moment. Immutable.
 *
 * @param holder the process that runs it now, or empty
 * @param died whether its last run ended without saying so
 * @param mailboxes in the order of the list
 * @param waiting what rests, and why
 * @param errors of the run that is shown, by cause
 * @param rates of the run that is shown, from its beginning
 */
public record BatchPicture(
        BatchState state,
        Optional<RunHolder> holder,
        boolean died,
        RunPicture.Totals totals,
        List<MailboxLine> mailboxes,
        List<RunPicture.Waiting> waiting,
        List<ErrorGroup> errors,
        List<RateHistory.Rate> rates) {
    public BatchPicture {
        mailboxes = List.copyOf(mailboxes);
        waiting = List.copyOf(waiting);
        errors = List.copyOf(errors);
        rates = List.copyOf(rates);
    }

    /** What a person may ask of a batch. */
    public enum Wish {
        /** The first run. */
        START,
        /** A run after one that was stopped or died; it goes on where that was. */
        RESUME,
        /** A run over what was synced: what is new since. */
        RESCAN,
        /** What failed again, by the run that works, else by a new one. */
        RETRY_FAILED,
        STOP
    }

    public boolean isRunning() {
        return holder.isPresent();
    }

    public boolean isNew() {
        return state == BatchState.CREATED;
    }

    /** Items that failed in all runs, or mailboxes that did. */
    public boolean hasFailures() {
        return mailboxes.stream().anyMatch(MailboxLine::isBad);
    }

    public Set<Wish> wishes() {
        EnumSet<Wish> wishes = EnumSet.noneOf(Wish.class);
        if (isRunning()) {
            if (state != BatchState.STOPPING) {
                wishes.add(Wish.STOP);
                if (hasFailures()) {
                    wishes.add(Wish.RETRY_FAILED);
                }
            }
            return wishes;
        }
        switch (state) {
            case CREATED -> wishes.add(Wish.START);
            case SYNCED, SYNCED_WITH_ERRORS, COMPLETED, COMPLETED_WITH_ERRORS -> wishes.add(Wish.RESCAN);
            case CORRUPTED, REMOVING -> {
                return wishes;
            }
            default -> wishes.add(Wish.RESUME);
        }
        if (hasFailures()) {
            wishes.add(Wish.RETRY_FAILED);
        }
        return wishes;
    }

    /** From 0 to 1. */
    public double share() {
        if (totals.planned() > 0) {
            return Math.min(1.0, (double) totals.handled() / totals.planned());
        }
        return mailboxes.isEmpty()
                ? 0
                : mailboxes.stream().mapToDouble(MailboxLine::share).average().orElse(0);
    }
}
