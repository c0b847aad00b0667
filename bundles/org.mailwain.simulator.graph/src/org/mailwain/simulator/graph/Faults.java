package org.mailwain.simulator.graph;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** What goes wrong, and when. Thread-safe. */
public final class Faults {
    /**
     * A request that arrived.
     *
     * @param path without host and query
     * @param token the access token, empty where there was none
     * @param number of the request since the start or {@link #clear()}, from 1; those of the sign-in are not counted
     */
    public record Arrived(String method, String path, String token, long number) {
        /** Whether it makes a message. */
        public boolean creates() {
            return method.equals("POST") && (path.endsWith("/messages") || path.endsWith("/importMime"));
        }
    }

    /** What happens to a request. */
    public sealed interface Effect {
        /** The connection is closed before anything is done. */
        record Cut() implements Effect {}

        /** It is done, and the connection closed instead of an answer. */
        record CutAfter() implements Effect {}

        /** Nothing is done and no answer comes. */
        record Stall() implements Effect {}

        /** It is done, and no answer comes. */
        record StallAfter() implements Effect {}

        /** Nothing is done. @param retryAfter seconds, below 0 where the answer says nothing; @param html not JSON */
        record Fail(int status, String code, int retryAfter, boolean html) implements Effect {}

        /** It is done, and the answer says that it failed. */
        record FailAfter(int status) implements Effect {}
    }

    private static final class Rule {
        private final Predicate<Arrived> applies;
        private final Effect effect;
        private int times;

        private Rule(Predicate<Arrived> applies, Effect effect, int times) {
            this.applies = applies;
            this.effect = effect;
            this.times = times;
        }
    }

    private final List<Rule> rules = new ArrayList<>();
    private final Set<String> issued = new HashSet<>();
    private CountDownLatch stalled = new CountDownLatch(1);
    private long arrived;

    /** Every request that fits, from now on. */
    public synchronized void always(Predicate<Arrived> which, Effect effect) {
        rules.add(new Rule(which, effect, Integer.MAX_VALUE));
    }

    /** The next so many requests that fit. */
    public synchronized void next(int times, Predicate<Arrived> which, Effect effect) {
        rules.add(new Rule(which, effect, times));
    }

    /** Whoever signed in until now. */
    public synchronized void toSessionsOfNow(Effect effect) {
        Set<String> now = Set.copyOf(issued);
        rules.add(new Rule(a -> now.contains(a.token()), effect, Integer.MAX_VALUE));
    }

    /** All goes well again; whoever waits is let go, and requests are counted from 1. */
    public synchronized void clear() {
        rules.clear();
        arrived = 0;
        stalled.countDown();
        stalled = new CountDownLatch(1);
    }

    /** Requests since the start or {@link #clear()}. */
    public synchronized long arrived() {
        return arrived;
    }

    /** @return null where all goes well */
    public synchronized Effect pass(String method, String path, String token) {
        Arrived request = new Arrived(method, path, token, ++arrived);
        for (Rule rule : rules) {
            if (rule.times > 0 && rule.applies.test(request)) {
                rule.times--;
                return rule.effect;
            }
        }
        return null;
    }

    synchronized void issued(String token) {
        issued.add(token);
    }

    /** Blocks until {@link #clear()}. */
    public void stall() throws InterruptedException {
        CountDownLatch latch;
        synchronized (this) {
            latch = stalled;
        }
        latch.await();
    }
}
