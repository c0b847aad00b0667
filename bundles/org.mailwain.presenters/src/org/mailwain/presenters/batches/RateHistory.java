package org.mailwain.presenters.batches;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.progress.RunEvent;

/**
 * How fast a run was, over its whole time, in at most {@link #MOST} steps: where a run grows long, its steps become
 * longer. Made from the times in the events, so that a run is shown from its beginning whenever one begins to look. For
 * one thread.
 */
public final class RateHistory {
    static final int MOST = 240;

    private static final long FIRST_STEP_MILLIS = 1000;

    private final Map<Pair, RunEvent.FolderProgress> sums = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private long stepMillis = FIRST_STEP_MILLIS;
    private Instant start;

    private record Pair(String mailbox, FolderPath folder) {}

    private record Step(long items, long bytes) {
        Step plus(Step other) {
            return new Step(items + other.items, bytes + other.bytes);
        }
    }

    /** A moment of a run. @param after since its beginning, the middle of a step */
    public record Rate(Duration after, double itemsPerSecond, double bytesPerSecond) {}

    void clear() {
        sums.clear();
        steps.clear();
        stepMillis = FIRST_STEP_MILLIS;
        start = null;
    }

    void apply(RunEvent event) {
        if (start == null) {
            start = event.at();
        }
        if (event instanceof RunEvent.FolderProgress progress) {
            RunEvent.FolderProgress before = sums.put(new Pair(progress.mailbox(), progress.folder()), progress);
            long items = handled(progress) - (before == null ? 0 : handled(before));
            long bytes = progress.bytes() - (before == null ? 0 : before.bytes());
            add(event.at(), new Step(Math.max(0, items), Math.max(0, bytes)));
        }
    }

    private static long handled(RunEvent.FolderProgress progress) {
        return progress.copied() + progress.other() + progress.failed();
    }

    private void add(Instant at, Step more) {
        extendTo(at);
        int last = (int) Math.min(steps.size() - 1L, index(at));
        steps.set(last, steps.get(last).plus(more));
    }

    private long index(Instant at) {
        return Math.max(0, Duration.between(start, at).toMillis()) / stepMillis;
    }

    private void extendTo(Instant at) {
        while (index(at) >= MOST) {
            halve();
        }
        while (steps.size() <= index(at)) {
            steps.add(new Step(0, 0));
        }
    }

    private void halve() {
        List<Step> half = new ArrayList<>();
        for (int i = 0; i < steps.size(); i += 2) {
            half.add(i + 1 < steps.size() ? steps.get(i).plus(steps.get(i + 1)) : steps.get(i));
        }
        steps.clear();
        steps.addAll(half);
        stepMillis *= 2;
    }

    /** @param until a moment up to which silence counts as standing still, or null to end with the last event */
    List<Rate> rates(Instant until) {
        if (start == null) {
            return List.of();
        }
        if (until != null) {
            extendTo(until);
        }
        double seconds = stepMillis / 1000.0;
        List<Rate> rates = new ArrayList<>();
        // the step that is not over yet would show a fall that is none
        int complete = until == null ? steps.size() : Math.max(0, steps.size() - 1);
        for (int i = 0; i < complete; i++) {
            Step step = steps.get(i);
            rates.add(new Rate(
                    Duration.ofMillis(i * stepMillis + stepMillis / 2),
                    step.items() / seconds,
                    step.bytes() / seconds));
        }
        return rates;
    }
}
