package org.mailwain.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.engine.internal.limit.AnswerTime;
import org.mailwain.engine.internal.limit.Rests;

class AnswerTimeTest {
    private long now;
    private final AnswerTime time = new AnswerTime(new Rests() {
        @Override
        public void rest(Duration wait, Cancel cancel) {
            now += wait.toNanos();
        }

        @Override
        public long nanos() {
            return now;
        }
    });

    @Test
    void countsWhatTheSessionTakesAndNotWhatItCalls() {
        now += 1;
        time.leave();
        now += 10;
        time.enter();
        now += 100;
        time.enter();
        now += 100;
        time.leave();
        now += 20;
        time.enter();
        assertThat(time.take()).isEqualTo(30);
        assertThat(time.take()).isZero();
    }

    @Test
    void waitsForLimitsAreNotTheServers() throws CancelledException {
        LimitLease limits = time.besides(new LimitLease() {
            @Override
            public void acquire(Kind kind, long amount) {
                now += amount;
            }

            @Override
            public void holdUntil(Instant moment) {
                // nothing to hold
            }
        });
        time.leave();
        now += 5;
        limits.acquire(LimitLease.Kind.BYTES, 1_000);
        now += 7;
        time.enter();
        limits.acquire(LimitLease.Kind.BYTES, 1_000);
        assertThat(time.take()).isEqualTo(12);
    }
}
