package org.mailwain.simulator.graph.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.mailwain.simulator.graph.Limits;

/** Counts what each application asks of each mailbox, and refuses what is too much. Thread-safe. */
public final class Throttle {
    private final Limits limits;
    private final LongSupplier clock;
    private final Map<String, Meter> meters = new ConcurrentHashMap<>();

    /** @param clock nanoseconds since whenever */
    public Throttle(Limits limits, LongSupplier clock) {
        this.limits = limits;
        this.clock = clock;
    }

    private record Upload(long at, long bytes) {}

    /** One application at one mailbox. Guarded by itself. */
    public final class Meter {
        private final Deque<Long> requests = new ArrayDeque<>();
        private final Deque<Upload> uploads = new ArrayDeque<>();
        private long uploaded;
        private int underWay;

        /** @throws GraphError 429 */
        synchronized void begin(long bytes) {
            count(bytes);
            if (underWay >= limits.concurrent()) {
                throw new GraphError(
                        429, "ApplicationThrottled", "Application is over its MailboxConcurrency limit.", 1);
            }
            underWay++;
        }

        /** @return 0 where it has begun, else the seconds after which there is room again */
        public int tryBegin(long bytes) {
            try {
                begin(bytes);
                return 0;
            } catch (GraphError e) {
                return e.retryAfter();
            }
        }

        /** @throws GraphError 429, with the seconds after which there is room again */
        synchronized void count(long bytes) {
            long now = clock.getAsLong();
            long requestsFrom = now - limits.requestWindow().toNanos();
            while (!requests.isEmpty() && requests.peek() < requestsFrom) {
                requests.remove();
            }
            long uploadsFrom = now - limits.uploadWindow().toNanos();
            while (!uploads.isEmpty() && uploads.peek().at() < uploadsFrom) {
                uploaded -= uploads.remove().bytes();
            }
            boolean tooMany = requests.size() >= limits.requests();
            boolean tooMuch = bytes > 0 && uploaded + bytes > limits.uploadBytes();
            if (limits.requests() < Integer.MAX_VALUE) {
                requests.add(now);
            }
            if (tooMany) {
                throw over("over its request limit", requests.peek() - requestsFrom);
            } else if (tooMuch) {
                throw over(
                        "over its upload limit",
                        uploads.isEmpty() ? 0 : uploads.peek().at() - uploadsFrom);
            }
            if (bytes > 0 && limits.uploadBytes() < Long.MAX_VALUE) {
                uploads.add(new Upload(now, bytes));
                uploaded += bytes;
            }
        }

        public synchronized void end() {
            underWay--;
        }

        private static GraphError over(String what, long nanos) {
            int seconds = (int) Math.max(1, (nanos + 999_999_999) / 1_000_000_000);
            return new GraphError(429, "ApplicationThrottled", "Application is " + what + ".", seconds);
        }
    }

    public Meter meter(String application, String user) {
        return meters.computeIfAbsent(application + " " + user, key -> new Meter());
    }
}
