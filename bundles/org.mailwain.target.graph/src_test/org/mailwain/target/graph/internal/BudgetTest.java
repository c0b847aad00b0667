package org.mailwain.target.graph.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.CancelSource;
import org.mailwain.api.progress.CancelledException;

class BudgetTest {
    private static final Duration TIME = Duration.ofMillis(400);

    private static Budget budget(int requests, long bytes) {
        return new Budget(4, new Budget.Window(requests, TIME), new Budget.Window(bytes, TIME), System::nanoTime);
    }

    @Test
    void noMorePassesInAnyTimeThanIsAllowed() throws FailureException {
        Budget budget = budget(20, 1_000);
        long[] begun = new long[70];
        for (int i = 0; i < begun.length; i++) {
            budget.begin(1, 10, () -> {});
            begun[i] = System.nanoTime();
            budget.end();
        }
        for (int i = 20; i < begun.length; i++) {
            assertThat(begun[i] - begun[i - 20])
                    .as("time of 21 requests")
                    .isGreaterThanOrEqualTo(TIME.toNanos() * 9 / 10);
        }
    }

    @Test
    void moreThanFitsAtAllPassesAlone() throws FailureException {
        Budget budget = budget(20, 1_000);
        budget.begin(1, 5_000, () -> {});
        budget.end();
        long begin = System.nanoTime();
        budget.begin(1, 10, () -> {});
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TIME.toNanos() / 2);
    }

    @Test
    void aHeldBudgetRestsAndACancelEndsTheWait() throws FailureException {
        Budget budget = budget(20, 1_000);
        budget.hold(Duration.ofMinutes(10));
        assertThat(budget.tryBegin(1, 0)).isGreaterThan(Duration.ofMinutes(9).toNanos());
        CancelSource cancel = new CancelSource();
        cancel.request();
        assertThatThrownBy(() -> budget.begin(1, 0, cancel::check)).isInstanceOf(CancelledException.class);
    }
}
