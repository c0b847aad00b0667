package org.mailwain.tck.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.AppendItem;

/**
 * The script of what goes wrong in a mailbox, over all its sessions. Every session passes the points below; each
 * passage is a step. What is planned for a passage happens there, in the order in which it was planned. Thread-safe;
 * the same calls and seeds give the same faults.
 *
 * <pre>
 * faults.at(ANSWER, 3).cut();                                  // the third append is written and never answered
 * faults.at(APPEND, 1).run(() -> mailbox.deliver(INBOX, mail)); // somebody delivers in between
 * faults.atStep(17).cut();                                     // one round of a test that kills at every step
 * faults.landLate(Duration.ofSeconds(5));                      // what was in flight shows up later
 * </pre>
 */
public final class Faults {
    /** Where a session can be caught. */
    public enum Point {
        /** Before a session is open. */
        OPEN,
        FOLDERS,
        STATE,
        /** Before a folder's listing begins. */
        LIST,
        /** Before each page of a listing. */
        PAGE,
        /** Before each answer to a fetch request. */
        FETCH,
        /** Before each fetched item. */
        ITEM,
        CHANGES,
        ENSURE,
        /** Before a batch is written. */
        APPEND,
        /** Within a batch, between two of its items. */
        BETWEEN,
        /** After a batch was written, before it is answered. */
        ANSWER,
        SETTLE,
        FLAGS,
        REMOVE,
        MOVE,
        /** After items were moved, before the answer. */
        MOVED
    }

    /** Decides about an item that somebody appends. */
    @FunctionalInterface
    public interface Refusal {
        /** @return why it is refused, or empty where it is taken */
        Optional<Failure> of(FolderPath folder, AppendItem item, byte[] content);
    }

    /** Decides about an item that somebody reads. */
    @FunctionalInterface
    public interface Unreadable {
        /** @return why it cannot be read, or empty */
        Optional<Failure> of(FolderPath folder, MemoryMessage message);
    }

    /** What happens to the session that passes. */
    sealed interface Effect {
        record Cut() implements Effect {}

        record Hang() implements Effect {}

        record Delay(Duration time) implements Effect {}

        record Fail(Failure failure) implements Effect {}

        record Throttle(Duration rest) implements Effect {}

        record Run(Runnable action) implements Effect {}

        record WithoutIds() implements Effect {}
    }

    private record Rule(Predicate<Passage> applies, Effect effect) {}

    private record Passage(Point point, long number, long step) {}

    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    private final List<Unreadable> unreadables = new CopyOnWriteArrayList<>();
    private final Map<Point, Long> passed = new EnumMap<>(Point.class);
    private long steps;
    private volatile Duration late = Duration.ZERO;
    private volatile int inFlight;

    /** The n-th passage of a point, from 1, counted from now on. */
    public synchronized Plan at(Point point, long number) {
        long base = passed(point);
        return new Plan(p -> p.point() == point && p.number() == base + number);
    }

    /** Every passage of a point. */
    public Plan every(Point point) {
        return new Plan(p -> p.point() == point);
    }

    /** The n-th step of all, from 1, counted from now on. */
    public synchronized Plan atStep(long number) {
        long step = steps + number;
        return new Plan(p -> p.step() == step);
    }

    /** Passages drawn by lot: of the points, or of all where none is named. */
    public Plan sometimes(double probability, long seed, Point... points) {
        Random random = new Random(seed);
        List<Point> among = List.of(points);
        return new Plan(p -> (among.isEmpty() || among.contains(p.point())) && random.nextDouble() < probability);
    }

    /** Refuses what the rule names. Of a batch that is one command, one refused item refuses all. */
    public void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    public void unreadable(Unreadable rule) {
        unreadables.add(rule);
    }

    /** What had reached the server when an append was cut stands there only after this time. Zero: at once. */
    public void landLate(Duration time) {
        late = time;
    }

    /** When an append is cut, so many items of the batches under way behind it have reached the server too. */
    public void inFlight(int items) {
        inFlight = items;
    }

    /** Forgets everything planned, and the counts. */
    public synchronized void clear() {
        rules.clear();
        refusals.clear();
        unreadables.clear();
        passed.clear();
        steps = 0;
        late = Duration.ZERO;
        inFlight = 0;
    }

    /** How often a point was passed. */
    public synchronized long passed(Point point) {
        return passed.getOrDefault(point, 0L);
    }

    /** Passages of all points. */
    public synchronized long steps() {
        return steps;
    }

    synchronized List<Effect> pass(Point point) {
        Passage passage = new Passage(point, passed.merge(point, 1L, Long::sum), ++steps);
        List<Effect> effects = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.applies().test(passage)) {
                effects.add(rule.effect());
            }
        }
        return effects;
    }

    Optional<Failure> refused(FolderPath folder, AppendItem item, byte[] content) {
        return refusals.stream()
                .flatMap(r -> r.of(folder, item, content).stream())
                .findFirst();
    }

    Optional<Failure> unreadable(FolderPath folder, MemoryMessage message) {
        return unreadables.stream().flatMap(r -> r.of(folder, message).stream()).findFirst();
    }

    Duration late() {
        return late;
    }

    int inFlight() {
        return inFlight;
    }

    /** Says what happens at the passages chosen. */
    public final class Plan {
        private final Predicate<Passage> applies;

        private Plan(Predicate<Passage> applies) {
            this.applies = applies;
        }

        /** The connection is lost; the session ends. */
        public void cut() {
            then(new Effect.Cut());
        }

        /** No answer comes, until the session is closed, cancelled, or has waited its time. */
        public void hang() {
            then(new Effect.Hang());
        }

        public void delay(Duration time) {
            then(new Effect.Delay(time));
        }

        /** The call ends with a failure; the session with it, where its scope is MAILBOX or wider. */
        public void fail(Failure failure) {
            then(new Effect.Fail(failure));
        }

        /** The call ends with THROTTLED, to be tried again after the time by the mailbox's clock. */
        public void throttle(Duration wait) {
            then(new Effect.Throttle(wait));
        }

        /** Anything: a delivery in between, a change of epoch, an error that stands for the death of the process. */
        public void run(Runnable action) {
            then(new Effect.Run(action));
        }

        /** The batch that is answered here is answered without ids (APPENDUID missing). */
        public void withoutIds() {
            then(new Effect.WithoutIds());
        }

        private void then(Effect effect) {
            rules.add(new Rule(applies, effect));
        }
    }
}
