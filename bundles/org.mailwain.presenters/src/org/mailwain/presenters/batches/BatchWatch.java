package org.mailwain.presenters.batches;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.operations.Services;
import org.mailwain.operations.StatusOperation;
import org.mailwain.operations.run.EventReader;
import org.mailwain.operations.run.RunFolder;
import org.mailwain.operations.run.RunHolder;
import org.mailwain.operations.run.RunPicture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a batch, whoever runs it: reads the events of its run as they are written, and the ledger before, between and
 * after runs. Works on a thread of its own; {@link #close()} ends it.
 */
public final class BatchWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BatchWatch.class);
    private static final Duration PACE = Duration.ofMillis(500);
    /** Events that are taken at once; a run that is long under way is caught up with in several turns. */
    private static final int TURNS = 64;

    private final Services services;
    private final Path project;
    private final String batch;
    private final RunFolder run;
    private final Consumer<BatchPicture> listener;
    private final EventReader reader;
    private final RateHistory rates = new RateHistory();
    private final ErrorTally errors = new ErrorTally();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("batch watch").unstarted(work));
    private RunPicture picture = new RunPicture();
    private boolean any;
    private boolean active;
    private Optional<RunHolder> holder = Optional.empty();
    private StatusOperation.Status status;
    private BatchPicture told;

    /**
     * @param project the project's folder
     * @param listener gets the first picture soon, then one after each change; on the thread of the watch
     */
    public BatchWatch(Services services, Path project, String batch, Consumer<BatchPicture> listener) {
        this.services = services;
        this.project = project;
        this.batch = batch;
        this.run = RunFolder.of(project, batch);
        this.listener = listener;
        this.reader = new EventReader(run);
    }

    public void start() {
        thread.scheduleWithFixedDelay(this::turn, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Reads the ledger again, soon: something was done that it knows of and the events do not tell. */
    public void refresh() {
        thread.execute(() -> {
            status = null;
            turn();
        });
    }

    private void turn() {
        try {
            look();
        } catch (RuntimeException e) {
            // a watch that ends at the first fault would show an old picture as if it were the present one
            LOG.error("{}", batch, e);
        }
    }

    void look() {
        Optional<RunHolder> before = holder;
        holder = run.holder();
        boolean another = !holder.map(RunHolder::since).equals(before.map(RunHolder::since));
        boolean read = read();
        if (status == null || another) {
            status = status();
        }
        if (told == null || another || read || holder.isPresent()) {
            told = paint(Instant.now());
            listener.accept(told);
        }
    }

    private boolean read() {
        boolean read = false;
        for (int i = 0; i < TURNS; i++) {
            List<RunEvent> events = reader.poll();
            if (events.isEmpty()) {
                return read;
            }
            read = true;
            events.forEach(this::apply);
        }
        return read;
    }

    /** Where work begins after a rest, a run begins; what was known of the one before is over. */
    private void apply(RunEvent event) {
        if (event instanceof RunEvent.BatchChanged changed) {
            if (changed.state().isActive() && !active) {
                picture = new RunPicture();
                rates.clear();
                errors.clear();
            }
            active = changed.state().isActive();
        }
        any = true;
        picture.apply(event);
        rates.apply(event);
        errors.apply(event);
    }

    /** Null where the ledger does not tell; the events alone are shown then. */
    private StatusOperation.Status status() {
        try {
            return new StatusOperation(services, project, batch).status();
        } catch (FailureException e) {
            LOG.debug("{}", batch, e);
            return null;
        }
    }

    private BatchPicture paint(Instant now) {
        Map<String, StatusOperation.Mailbox> known = new LinkedHashMap<>();
        Map<String, RunPicture.MailboxPicture> running = new LinkedHashMap<>();
        if (status != null) {
            status.mailboxes().forEach(mailbox -> known.put(mailbox.label(), mailbox));
        }
        picture.mailboxes().forEach(mailbox -> running.put(mailbox.name(), mailbox));
        List<MailboxLine> lines = new ArrayList<>();
        known.forEach(
                (label, mailbox) -> lines.add(Standing.line(label, mailbox, running.get(label), holder.isPresent())));
        running.forEach((label, mailbox) -> {
            if (!known.containsKey(label)) {
                lines.add(Standing.line(label, null, mailbox, holder.isPresent()));
            }
        });
        RunPicture.Totals totals = picture.totals(now);
        BatchState ledger = status == null ? null : status.state();
        BatchState told = any ? totals.state() : null;
        return new BatchPicture(
                Standing.state(ledger, told, holder),
                holder,
                holder.isEmpty() && told != null && told.isActive() && (ledger == null || ledger.isActive()),
                totals,
                lines,
                holder.isPresent() ? picture.waiting() : List.of(),
                errors.groups(),
                rates.rates(holder.isPresent() ? now : null));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
