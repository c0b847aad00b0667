package org.mailwain.engine.internal.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.FailureException;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Durable;
import org.mailwain.ledger.Drawn;
import org.mailwain.ledger.MailboxLedger;

/**
 * How many bytes of messages a source mailbox still gives out within 24 hours, over all passes and runs: the ledger
 * counts by the hour, and an hour counts until 24 hours after its end. Once it is spent nothing more is read in this
 * pass. Thread-safe.
 */
public final class DayLimit {
    private static final Duration COUNTS = Duration.ofHours(25);

    private final long most;
    private final MailboxLedger ledger;
    private final Durable durable;
    private final Clock clock;
    private final NavigableMap<Instant, Long> hours = new TreeMap<>();
    private Instant goesOn;

    /** @param most bytes in 24 hours; 0 or less without limit */
    public DayLimit(long most, MailboxLedger ledger, Durable durable, Clock clock) throws FailureException {
        this.most = most;
        this.ledger = ledger;
        this.durable = durable;
        this.clock = clock;
        if (most > 0) {
            for (Drawn drawn : ledger.drawn(clock.instant().minus(COUNTS))) {
                hours.put(drawn.hour(), drawn.bytes());
            }
        }
    }

    /** Counts so many bytes that are about to be asked for, or says that they are too many for now. */
    public synchronized boolean take(long bytes) {
        if (most <= 0) {
            return true;
        }
        if (goesOn != null) {
            return false;
        }
        Instant now = clock.instant();
        hours.headMap(now.minus(COUNTS), true).clear();
        if (used() > 0 && used() + bytes > most) {
            goesOn = roomFor(bytes);
            return false;
        }
        hours.merge(now.truncatedTo(ChronoUnit.HOURS), bytes, Long::sum);
        durable.watch(ledger.draw(now, bytes));
        return true;
    }

    private long used() {
        return hours.values().stream().mapToLong(Long::longValue).sum();
    }

    /** When enough of what was given out is a day old; a message larger than the limit goes on a day of its own. */
    private Instant roomFor(long bytes) {
        long left = used();
        Instant free = clock.instant();
        for (Map.Entry<Instant, Long> hour : hours.entrySet()) {
            if (left == 0 || left + bytes <= most) {
                break;
            }
            left -= hour.getValue();
            free = hour.getKey().plus(COUNTS);
        }
        return free;
    }

    public synchronized boolean isSpent() {
        return goesOn != null;
    }

    /** @throws FailureException where something was left unread for it, with the moment at which it goes on */
    public synchronized void check() throws FailureException {
        if (goesOn != null) {
            throw new FailureException(EngineFailure.DAY_LIMIT
                    .with(new Argument.Size(used()), new Argument.Size(most), new Argument.Moment(goesOn))
                    .notBefore(goesOn));
        }
    }
}
