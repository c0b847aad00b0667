package org.mailwain.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.mailwain.api.provider.LimitLease;

/** Counts what a session asks for. */
final class Limits implements LimitLease {
    private final Map<Kind, Long> asked = new EnumMap<>(Kind.class);

    @Override
    public synchronized void acquire(Kind kind, long amount) {
        assertThat(amount).as("amount of %s", kind).isNotNegative();
        asked.merge(kind, amount, Long::sum);
    }

    @Override
    public void holdUntil(Instant moment) {
        // nobody else waits here
    }

    /** Sizes may be estimates, so bytes are held against half of what passed. */
    synchronized void assertAsked(long messages, long bytes) {
        assertThat(asked.getOrDefault(Kind.MESSAGES, 0L))
                .as("messages asked for")
                .isEqualTo(messages);
        assertThat(asked.getOrDefault(Kind.BYTES, 0L)).as("bytes asked for").isBetween(bytes / 2, bytes * 2);
    }
}
