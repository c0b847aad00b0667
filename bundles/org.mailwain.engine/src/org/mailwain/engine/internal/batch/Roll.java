package org.mailwain.engine.internal.batch;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.batch.Pass;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.engine.Ending;
import org.mailwain.engine.MailboxResult;
import org.mailwain.ledger.BatchLedger;
import org.mailwain.ledger.MailboxKey;

/**
 * The states of a batch and its mailboxes during a run: durable in the ledger, then told. Thread-safe, for one mailbox
 * after the other or many at once: those that begin and end together share a write of the ledger.
 */
public final class Roll {
    private final BatchLedger ledger;
    private final Progress progress;
    private final Clock clock;
    private final boolean complete;
    private final Map<MailboxKey, BatchLedger.MailboxEntry> before = new ConcurrentHashMap<>();
    private final Map<MailboxKey, Failure> resting = new ConcurrentHashMap<>();

    /** @param complete whether this is the last pass before cut-over */
    public Roll(BatchLedger ledger, Progress progress, Clock clock, boolean complete) {
        this.ledger = ledger;
        this.progress = progress;
        this.clock = clock;
        this.complete = complete;
    }

    /** Brings the ledger in step with the list, and takes those that are worked on into the queue. */
    public void call(List<BatchLedger.Enrolment> all, List<BatchLedger.Enrolment> chosen) throws FailureException {
        if (ledger.state().isActive()) {
            become(BatchState.STOPPED);
        }
        ledger.enrol(all);
        ledger.mailboxes().forEach(entry -> before.put(entry.key(), entry));
        boolean comesToAnEnd = complete && ledger.state().mayBecome(BatchState.COMPLETING);
        if (!comesToAnEnd) {
            become(BatchState.STARTING);
        }
        become(chosen, MailboxState.QUEUED);
        if (comesToAnEnd) {
            become(BatchState.COMPLETING);
        } else {
            boolean first = chosen.stream().anyMatch(one -> !wasSynced(one.key()));
            become(first ? BatchState.SYNCING : BatchState.INCREMENTAL_SYNCING);
        }
    }

    private boolean wasSynced(MailboxKey key) {
        return before.containsKey(key) && before.get(key).lastSynced() != null;
    }

    /** Takes a mailbox that was worked on into the queue again. */
    public void again(MailboxKey key, String label) throws FailureException {
        become(List.of(new BatchLedger.Enrolment(key, label)), MailboxState.QUEUED);
    }

    /** A mailbox that goes on later, and why. */
    public void rest(MailboxKey key, String label, Failure why) throws FailureException {
        resting.put(key, why);
        become(key, label, MailboxState.QUEUED, why);
    }

    /** The round that a mailbox is at. */
    public Pass pass(MailboxKey key) {
        if (complete) {
            return Pass.COMPLETION;
        }
        return wasSynced(key) ? Pass.DELTA : Pass.INITIAL;
    }

    public void begin(MailboxKey key, String label) throws FailureException {
        resting.remove(key);
        become(
                List.of(new BatchLedger.Enrolment(key, label)),
                MailboxState.VALIDATING,
                switch (pass(key)) {
                    case INITIAL -> MailboxState.SYNCING;
                    case DELTA -> MailboxState.INCREMENTAL_SYNCING;
                    case COMPLETION -> MailboxState.COMPLETING;
                });
    }

    public void end(MailboxResult result) throws FailureException {
        Pass pass = pass(result.key());
        boolean good = result.ending() == Ending.COMPLETED || result.ending() == Ending.WITH_ERRORS;
        if (good) {
            ledger.synced(result.key(), pass, clock.instant());
        }
        become(result.key(), result.label(), after(pass, result.ending()), result.failure());
    }

    private static MailboxState after(Pass pass, Ending ending) {
        return switch (pass) {
            case INITIAL ->
                switch (ending) {
                    case COMPLETED, WITH_ERRORS -> MailboxState.SYNCED;
                    case FAILED -> MailboxState.FAILED;
                    case STOPPED -> MailboxState.STOPPED;
                };
            case DELTA ->
                switch (ending) {
                    case COMPLETED, WITH_ERRORS -> MailboxState.INCREMENTAL_SYNCED;
                    case FAILED -> MailboxState.INCREMENTAL_FAILED;
                    case STOPPED -> MailboxState.INCREMENTAL_STOPPED;
                };
            case COMPLETION ->
                switch (ending) {
                    case COMPLETED -> MailboxState.COMPLETED;
                    case WITH_ERRORS -> MailboxState.COMPLETED_WITH_WARNINGS;
                    case FAILED -> MailboxState.COMPLETION_FAILED;
                    case STOPPED -> MailboxState.STOPPED;
                };
        };
    }

    /** A mailbox whose turn never came, or not again: it rests as it did before, or as stopped. */
    public void leave(MailboxKey key, String label) throws FailureException {
        become(key, label, wasSynced(key) ? MailboxState.INCREMENTAL_STOPPED : MailboxState.STOPPED, resting.get(key));
    }

    public void end(Ending ending) throws FailureException {
        switch (ending) {
            case STOPPED -> {
                become(BatchState.STOPPING);
                become(BatchState.STOPPED);
            }
            case FAILED -> become(BatchState.FAILED);
            case WITH_ERRORS -> become(completing() ? BatchState.COMPLETED_WITH_ERRORS : BatchState.SYNCED_WITH_ERRORS);
            case COMPLETED -> {
                if (completing()) {
                    become(BatchState.COMPLETED);
                } else {
                    become(BatchState.SYNCED);
                    complete();
                }
            }
        }
    }

    private boolean completing() throws FailureException {
        return ledger.state() == BatchState.COMPLETING;
    }

    /** A batch that was never synced before gets to its end by way of Synced. */
    private void complete() throws FailureException {
        if (complete) {
            become(BatchState.COMPLETING);
            become(BatchState.COMPLETED);
        }
    }

    private void become(BatchState next) throws FailureException {
        ledger.become(next);
        progress.happened(new RunEvent.BatchChanged(clock.instant(), ledger.name(), next));
    }

    private void become(List<BatchLedger.Enrolment> all, MailboxState... steps) throws FailureException {
        ledger.become(all.stream().map(BatchLedger.Enrolment::key).toList(), List.of(steps));
        for (BatchLedger.Enrolment one : all) {
            for (MailboxState step : steps) {
                progress.happened(new RunEvent.MailboxChanged(clock.instant(), one.label(), step, null));
            }
        }
    }

    private void become(MailboxKey key, String label, MailboxState next, Failure failure) throws FailureException {
        ledger.become(key, next, failure);
        progress.happened(new RunEvent.MailboxChanged(clock.instant(), label, next, failure));
    }
}
