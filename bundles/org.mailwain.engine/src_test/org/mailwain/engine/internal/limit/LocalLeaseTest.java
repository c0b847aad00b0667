package org.mailwain.engine.internal.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.provider.LimitLease.Kind;

class LocalLeaseTest {
    private static final EndpointLimits SLOW = new EndpointLimits(1, 1, 1, 0);

    private Duration rested = Duration.ZERO;
    private LocalLease lease;

    @Test
    void whoeverWaitsGoesOnAsSoonAsTheLimitIsTakenAway() throws Exception {
        change(Duration.ofSeconds(1), EndpointLimits.DEFAULT);
        lease.forSession(Cancel.NEVER).acquire(Kind.MESSAGES, 40);
        assertThat(rested).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aLowerLimitDoesNotMakeWhoeverWaitsWaitLonger() throws Exception {
        change(Duration.ofSeconds(1), new EndpointLimits(1, 1, 1, 0));
        lease.forSession(Cancel.NEVER).acquire(Kind.MESSAGES, 40);
        assertThat(rested).isBetween(Duration.ofSeconds(39), Duration.ofSeconds(40));
    }

    /** Time passes only where somebody rests. */
    private void change(Duration after, EndpointLimits limits) {
        lease = new LocalLease(SLOW, Clock.systemUTC(), (time, cancel) -> {
            rested = rested.plus(time);
            if (rested.equals(after)) {
                lease.change(limits);
            }
        });
    }
}
