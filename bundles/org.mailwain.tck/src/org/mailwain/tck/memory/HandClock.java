package org.mailwain.tck.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves by hand. Thread-safe. */
public final class HandClock extends Clock {
    private volatile Instant now = Instant.parse("2024-05-06T07:08:09Z");

    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    public void set(Instant moment) {
        now = moment;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
