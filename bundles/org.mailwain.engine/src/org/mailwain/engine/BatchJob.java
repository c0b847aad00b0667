package org.mailwain.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.progress.RunEvent;
import org.mailwain.engine.internal.batch.Pool;
import org.mailwain.engine.internal.batch.Roll;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.ledger.BatchLedger.Enrolment;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run over the mailboxes of a batch: so many at once as its limits say, the higher priority first. Keeps the states of
 * batch and mailboxes in the ledger. Run once.
 */
public final class BatchJob {
    private static final Logger LOG = LoggerFactory.getLogger(BatchJob.class);

    private final Engine engine;
    private final Batch batch;
    private final Logins logins;
    private final Ledger ledger;
    private final BatchOptions options;
    private final Progress progress;
    private final CancelSource stop;
    private final Cancel cancel;
    private final Map<MailboxRow, MailboxResult> results = new ConcurrentHashMap<>();
    private final Pool<Member> pool;
    private final List<Member> members = new ArrayList<>();
    private final Set<Member> retried = ConcurrentHashMap.newKeySet();
    private volatile Failure fatal;
    private Roll roll;

    /** A row that can be worked on, with its name in the ledger. */
    private record Member(MailboxRow row, MailboxKey key) {
        Enrolment enrolment() {
            return new Enrolment(key, row.label());
        }

        @Override
        public String toString() {
            return row.label();
        }
    }

    public BatchJob(
            Engine engine,
            Batch batch,
            Logins logins,
            Ledger ledger,
            BatchOptions options,
            Progress progress,
            Cancel cancel) {
        this.engine = engine;
        this.batch = batch;
        this.logins = logins;
        this.ledger = ledger;
        this.options = options;
        this.progress = progress;
        this.cancel = cancel;
        this.stop = CancelSource.under(cancel);
        identify();
        this.pool =
                new Pool<>(chosen(), batch.limits().mailboxes(), engine.shared().clock(), this::work);
    }

    /** Blocks until all mailboxes are through or cancel is requested; failures and a cancel are in the result. */
    public BatchResult run() {
        Clock clock = engine.shared().clock();
        Instant began = clock.instant();
        // servers are waited for first: meanwhile the folder map gets ready
        Thread.ofPlatform()
                .daemon()
                .name("folder map")
                .start(() -> engine.shared().services().mapper().prepare(batch.folders()));
        try {
            roll = new Roll(ledger.batch(batch.name()), progress, clock, options.complete());
            roll.call(
                    members.stream().map(Member::enrolment).toList(),
                    chosen().stream().map(Member::enrolment).toList());
            for (Member left : pool.run(stop)) {
                roll.leave(left.key(), left.row().label());
            }
            roll.end(ending());
        } catch (FailureException e) {
            LOG.error("Batch {}", batch.name(), e);
            fatal = fatal == null ? e.failure() : fatal;
        }
        List<MailboxResult> inOrder =
                batch.rows().stream().map(results::get).filter(Objects::nonNull).toList();
        return new BatchResult(ending(), fatal, inOrder, began, clock.instant());
    }

    /** Changes how many mailboxes are worked on at once, from the next one on. From any thread. */
    public void mailboxesAtOnce(int count) {
        pool.allow(count);
    }

    public int mailboxesAtOnce() {
        return pool.allowed();
    }

    /**
     * Tries what failed again in this run, for good or not: mailboxes that ended with errors go to the end of the queue,
     * and those at work or waiting will, should they end so. From any thread while the run works.
     *
     * @param labels of the mailboxes meant; empty takes all
     * @return how many went into the queue at once
     */
    public synchronized int retry(Set<String> labels) throws FailureException {
        int queued = 0;
        for (Member member : members) {
            boolean meant = isChosen(member.row())
                    && (labels.isEmpty() || labels.contains(member.row().label()));
            if (meant && retried.add(member) && requeue(member)) {
                queued++;
            }
        }
        return queued;
    }

    /** @return whether it ended with errors and waits anew */
    private boolean requeue(Member member) throws FailureException {
        MailboxResult result = results.get(member.row());
        boolean again = result != null
                && result.ending() != Ending.COMPLETED
                && result.ending() != Ending.STOPPED
                && fatal == null
                && !stop.requested();
        if (again) {
            results.remove(member.row());
            roll.again(member.key(), member.row().label());
            pool.add(member);
        }
        return again;
    }

    /** A wish that came while the mailbox was worked on. */
    private synchronized void ended(Member member, MailboxResult result, boolean wasRetry) throws FailureException {
        results.put(member.row(), result);
        if (wasRetry) {
            retried.remove(member);
        } else if (retried.contains(member) && !requeue(member)) {
            retried.remove(member);
        }
    }

    /** Rows that cannot even be named have failed before work begins. */
    private void identify() {
        for (MailboxRow row : batch.rows()) {
            try {
                if (row.emailAddress().isEmpty()) {
                    throw EngineFailure.UNMATCHED.raise();
                }
                members.add(new Member(row, Job.key(engine.shared(), batch, logins.source(row), logins.target(row))));
            } catch (FailureException e) {
                if (isChosen(row)) {
                    results.put(row, failed(row, null, e.failure()));
                }
            }
        }
    }

    private boolean isChosen(MailboxRow row) {
        return options.only().isEmpty() || options.only().contains(row.label());
    }

    private List<Member> chosen() {
        return members.stream()
                .filter(member -> isChosen(member.row()))
                .sorted(Comparator.comparing(
                        (Member member) -> -member.row().options().priority()))
                .toList();
    }

    private void work(Member member) {
        boolean retry = retried.contains(member);
        MailboxResult result;
        try {
            roll.begin(member.key(), member.row().label());
            PassOptions pass = new PassOptions(roll.pass(member.key()), options.retryFailed() || retry);
            result = new MailboxJob(engine, batch, member.row(), logins, ledger, pass, options.holder(), progress, stop)
                    .run();
            if (goesOnLater(result)) {
                rest(member, result.failure());
                return;
            }
            roll.end(withKey(result, member.key()));
        } catch (FailureException e) {
            LOG.error("{}", member, e);
            result = failed(member.row(), member.key(), e.failure());
        } catch (RuntimeException | Error e) {
            LOG.error("{}: fault of the program", member, e);
            Failure fault = EngineFailure.UNEXPECTED.with(e.getClass().getSimpleName());
            result = failed(member.row(), member.key(), fault);
        }
        endsTheRun(result);
        try {
            ended(member, result, retry);
        } catch (FailureException e) {
            LOG.error("{}", member, e);
            fatal = e.failure();
            stop.request();
        }
    }

    private static boolean goesOnLater(MailboxResult result) {
        return result.ending() == Ending.FAILED && result.failure().is(EngineFailure.DAY_LIMIT);
    }

    /** Gives its place to others until the moment at which it goes on. */
    private void rest(Member member, Failure why) throws FailureException {
        String label = member.row().label();
        roll.rest(member.key(), label, why);
        progress.happened(new RunEvent.Waiting(
                engine.shared().clock().instant(), label, member.key().sourceEndpoint(), why, why.notBefore()));
        pool.add(member, why.notBefore());
    }

    /** What one mailbox cannot get past, none can: the others rest as they are and go on with the next run. */
    private void endsTheRun(MailboxResult result) {
        boolean ofAll = result.failure() != null
                && (result.failure().scope() == Scope.RUN || result.failure().scope() == Scope.ENDPOINT);
        if (ofAll && result.ending() == Ending.FAILED) {
            fatal = result.failure();
            stop.request();
        }
    }

    private static MailboxResult withKey(MailboxResult result, MailboxKey key) {
        return new MailboxResult(
                result.label(),
                key,
                result.ending(),
                result.failure(),
                result.evidence(),
                result.copied(),
                result.bytes(),
                result.failedFolders(),
                result.began(),
                result.ended());
    }

    private MailboxResult failed(MailboxRow row, MailboxKey key, Failure failure) {
        Instant now = engine.shared().clock().instant();
        return new MailboxResult(row.label(), key, Ending.FAILED, failure, FolderCounts.NOTHING, 0, 0, 0, now, now);
    }

    private Ending ending() {
        boolean anyGood = false;
        boolean anyBad = false;
        for (MailboxResult result : results.values()) {
            anyGood |= result.ending() == Ending.COMPLETED || result.ending() == Ending.WITH_ERRORS;
            anyBad |= result.ending() != Ending.COMPLETED;
        }
        if (fatal != null) {
            return Ending.FAILED;
        } else if (cancel.requested()) {
            return Ending.STOPPED;
        } else if (anyBad) {
            return anyGood ? Ending.WITH_ERRORS : Ending.FAILED;
        }
        return Ending.COMPLETED;
    }
}
