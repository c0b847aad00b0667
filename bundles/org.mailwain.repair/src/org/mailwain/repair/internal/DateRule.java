package org.mailwain.repair.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.repair.Letter;
import org.mailwain.api.repair.RepairRule;
import org.mailwain.repair.RepairFailure;
import org.osgi.service.component.annotations.Component;

/** Moves a date of arrival that no mailbox can have to the nearest that it can: 1980, or now. */
@Component(service = RepairRule.class)
public final class DateRule extends Refused {
    private static final Instant EARLIEST = Instant.parse("1980-01-01T00:00:00Z");

    private final Clock clock;

    public DateRule() {
        this(Clock.systemUTC());
    }

    DateRule(Clock clock) {
        super("date", 70, "date");
        this.clock = clock;
    }

    private Instant possible(Instant received) {
        Instant now = clock.instant();
        if (received.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return received.isAfter(now) ? now : received;
    }

    private boolean applies(Letter letter) {
        return letter.received() != null && !possible(letter.received()).equals(letter.received());
    }

    @Override
    public Optional<Failure> flaw(Letter letter, Failure refusal) {
        return applies(letter)
                ? Optional.of(RepairFailure.DATE.with(letter.received(), words(refusal)))
                : Optional.empty();
    }

    @Override
    public Optional<Letter> repair(Letter letter, Failure refusal, BodyStore bodies) {
        return applies(letter) ? Optional.of(letter.with(possible(letter.received()))) : Optional.empty();
    }
}
