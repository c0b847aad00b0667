package org.mailwain.operations.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.RunEvent;

/**
 * What the events of a run add up to: the state of the batch, each mailbox's progress, rates and the time left. Fed
 * and read by any thread.
 */
public final class RunPicture {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Map<String, MailboxPicture> mailboxes = new LinkedHashMap<>();
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private BatchState state = BatchState.STARTING;
    private Instant first;
    private Instant latest;

    /** One mailbox, as far as the run has come. Items handled are those copied, dealt with otherwise, or failed. */
    public static final class MailboxPicture {
        private final String name;
        private MailboxState state = MailboxState.QUEUED;
        private FolderPath folder;
        private long planned;
        private long plannedBytes;
        private Failure failure;
        private final Map<FolderPath, RunEvent.FolderProgress> folders = new LinkedHashMap<>();
        private final Map<FolderPath, Long> expected = new LinkedHashMap<>();

        private MailboxPicture(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        public MailboxState state() {
            return state;
        }

        /** Where work is now, or empty. */
        public Optional<FolderPath> folder() {
            return state.isActive() ? Optional.ofNullable(folder) : Optional.empty();
        }

        public Optional<Failure> failure() {
            return Optional.ofNullable(failure);
        }

        /** Each folder that work has begun on, in that order, with the items that were expected then. */
        public List<FolderPicture> folders() {
            return expected.entrySet().stream()
                    .map(entry -> new FolderPicture(entry.getKey(), entry.getValue(), folders.get(entry.getKey())))
                    .toList();
        }

        public long planned() {
            return planned;
        }

        public long plannedBytes() {
            return plannedBytes;
        }

        public long copied() {
            return folders.values().stream()
                    .mapToLong(RunEvent.FolderProgress::copied)
                    .sum();
        }

        public long failed() {
            return folders.values().stream()
                    .mapToLong(RunEvent.FolderProgress::failed)
                    .sum();
        }

        public long handled() {
            return folders.values().stream()
                    .mapToLong(f -> f.copied() + f.other() + f.failed())
                    .sum();
        }

        public long bytes() {
            return folders.values().stream()
                    .mapToLong(RunEvent.FolderProgress::bytes)
                    .sum();
        }
    }

    /**
     * One folder of a mailbox.
     *
     * @param expected items to be dealt with, as the run knew when it began on the folder
     * @param progress null before the first word
     */
    public record FolderPicture(FolderPath path, long expected, RunEvent.FolderProgress progress) {
        public long handled() {
            return progress == null ? 0 : progress.copied() + progress.other() + progress.failed();
        }
    }

    /** Why work rests; until is null where nobody knows. */
    public record Waiting(String mailbox, String endpoint, Failure reason, Instant until) {}

    /**
     * Sums over the batch.
     *
     * @param left time to the end at the present rate, or, while nothing moves, at that of the whole run: a service that
     *     wants to be left alone for minutes does so again and again; null while it cannot be told
     */
    public record Totals(
            BatchState state,
            int mailboxes,
            int ended,
            long handled,
            long planned,
            long copied,
            long failed,
            long bytes,
            long plannedBytes,
            double itemsPerSecond,
            double bytesPerSecond,
            Duration left) {}

    private record Sample(Instant at, long handled, long bytes) {}

    public synchronized void apply(RunEvent event) {
        latest = event.at();
        if (first == null) {
            first = event.at();
            samples.addLast(new Sample(event.at(), 0, 0));
        }
        switch (event) {
            case RunEvent.BatchChanged changed -> state = changed.state();
            case RunEvent.MailboxChanged changed -> {
                MailboxPicture mailbox = mailbox(changed.mailbox());
                mailbox.state = changed.state();
                mailbox.failure = changed.failure();
                waiting.remove(changed.mailbox());
            }
            case RunEvent.MailboxPlanned plan -> {
                mailbox(plan.mailbox()).planned = plan.items();
                mailbox(plan.mailbox()).plannedBytes = plan.bytes();
            }
            case RunEvent.FolderStarted started -> {
                mailbox(started.mailbox()).folder = started.folder();
                mailbox(started.mailbox()).expected.put(started.folder(), started.items());
            }
            case RunEvent.FolderProgress progress -> {
                mailbox(progress.mailbox()).folder = progress.folder();
                mailbox(progress.mailbox()).folders.put(progress.folder(), progress);
                waiting.remove(progress.mailbox());
            }
            case RunEvent.FolderEnded ended -> mailbox(ended.mailbox());
            case RunEvent.ItemNoted noted -> mailbox(noted.mailbox());
            case RunEvent.Waiting rest ->
                waiting.put(
                        rest.mailbox() == null ? String.valueOf(rest.endpoint()) : rest.mailbox(),
                        new Waiting(rest.mailbox(), rest.endpoint(), rest.reason(), rest.until()));
        }
    }

    private MailboxPicture mailbox(String name) {
        return mailboxes.computeIfAbsent(name, MailboxPicture::new);
    }

    public synchronized List<MailboxPicture> mailboxes() {
        return List.copyOf(mailboxes.values());
    }

    /** Those that wait still, by the time of the latest event. */
    public synchronized List<Waiting> waiting() {
        return waiting.values().stream()
                .filter(rest ->
                        rest.until() == null || latest == null || rest.until().isAfter(latest))
                .toList();
    }

    /** @param at the moment for which rates are told; call a few times a second for smooth ones */
    public synchronized Totals totals(Instant at) {
        long handled = 0;
        long planned = 0;
        long copied = 0;
        long failed = 0;
        long bytes = 0;
        long plannedBytes = 0;
        int ended = 0;
        int known = 0;
        for (MailboxPicture mailbox : mailboxes.values()) {
            handled += mailbox.handled();
            planned += mailbox.planned;
            copied += mailbox.copied();
            failed += mailbox.failed();
            bytes += mailbox.bytes();
            plannedBytes += mailbox.plannedBytes;
            ended += mailbox.state.isActive() ? 0 : 1;
            known += mailbox.planned > 0 || !mailbox.state.isActive() ? 1 : 0;
        }
        Sample oldest = sample(at, handled, bytes);
        double seconds = Math.max(0.001, Duration.between(oldest.at(), at).toMillis() / 1000.0);
        double rate = (handled - oldest.handled()) / seconds;
        Duration left = left(rate > 0 ? rate : average(handled, at), expected(planned, known) - handled);
        return new Totals(
                state,
                mailboxes.size(),
                ended,
                handled,
                planned,
                copied,
                failed,
                bytes,
                plannedBytes,
                rate,
                (bytes - oldest.bytes()) / seconds,
                left);
    }

    /** Mailboxes whose turn has not come are taken to hold as much as the others on average. */
    private double expected(long planned, int known) {
        return known == 0 ? planned : (double) planned * mailboxes.size() / known;
    }

    /** Of the run so far; 0 where there is none. */
    private double average(long handled, Instant at) {
        long millis = first == null ? 0 : Duration.between(first, at).toMillis();
        return millis <= 0 ? 0 : handled * 1000.0 / millis;
    }

    /** Null while it cannot be told. */
    private static Duration left(double rate, double items) {
        if (rate <= 0 || items <= 0) {
            return null;
        }
        return Duration.ofMillis((long) (items / rate * 1000));
    }

    private Sample sample(Instant at, long handled, long bytes) {
        samples.addLast(new Sample(at, handled, bytes));
        while (samples.size() > 2 && samples.getFirst().at().isBefore(at.minus(WINDOW))) {
            samples.removeFirst();
        }
        return samples.getFirst();
    }
}
