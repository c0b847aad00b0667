package org.mailwain.target.graph.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailwain.simulator.graph.Limits;
import org.mailwain.simulator.graph.internal.Throttle;

/**
 * A whole day of one mailbox at the limits, on a clock of its own: the budget against the meter by which the simulator
 * refuses. What is sent arrives a little later, now sooner, now later.
 */
class DayTest {
    private static final long DAY = Duration.ofDays(1).toNanos();
    private static final long MILLI = 1_000_000;

    private long now;

    /** @param due when it is answered; @param retryAfter seconds, 0 where it is done */
    private record UnderWay(long due, int retryAfter) {}

    @ParameterizedTest
    @CsvSource({
        // many small messages, at the documented limits
        "10000, 10000, 4000",
        // large ones: the bytes are what is short
        "10000, 10000, 1000000",
        // the service allows less than its documents say
        "10000, 8000, 4000",
        "10000, 3000, 4000"
    })
    void aDayIsRiddenOutNearTheLimitAndNothingIsAskedTooEarly(int believed, int real, int bytes) {
        Limits limits = new Limits(4, real, Duration.ofMinutes(10), 150L << 20, Duration.ofMinutes(5));
        Throttle.Meter meter = new Throttle(limits, () -> now).meter("app", "anna");
        Budget budget = new Budget(
                4,
                new Budget.Window(believed, Duration.ofMinutes(10)),
                new Budget.Window(150L << 20, Duration.ofMinutes(5)),
                () -> now);
        Random random = new Random(1);
        PriorityQueue<UnderWay> underWay = new PriorityQueue<>((a, b) -> Long.compare(a.due(), b.due()));
        long done = 0;
        long early = 0;
        long quietUntil = 0;
        while (now < DAY) {
            long wait = budget.tryBegin(1, bytes);
            if (wait == 0) {
                early += now < quietUntil ? 1 : 0;
                underWay.add(new UnderWay(now + (10 + random.nextInt(60)) * MILLI, meter.tryBegin(bytes)));
                continue;
            }
            long next = now + wait;
            if (!underWay.isEmpty() && (underWay.size() == 4 || underWay.peek().due() <= next)) {
                UnderWay answered = underWay.remove();
                now = Math.max(now, answered.due());
                budget.end();
                if (answered.retryAfter() == 0) {
                    meter.end();
                    done++;
                } else {
                    budget.hold(Duration.ofSeconds(answered.retryAfter()));
                    quietUntil = Math.max(
                            quietUntil,
                            now + Duration.ofSeconds(answered.retryAfter()).toNanos());
                }
            } else {
                now = next;
            }
        }
        long byCount = real * DAY / limits.requestWindow().toNanos();
        long byBytes =
                limits.uploadBytes() / bytes * (DAY / limits.uploadWindow().toNanos());
        assertThat(early).as("requests within the time of a refusal").isZero();
        assertThat(done).as("done in a day").isGreaterThan(Math.min(byCount, byBytes) * 95 / 100);
    }
}
