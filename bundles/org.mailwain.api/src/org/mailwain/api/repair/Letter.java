package org.mailwain.api.repair;

import java.time.Instant;
import java.util.Objects;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Flags;

/**
 * A message with what is sent beside it.
 *
 * @param received date of arrival (INTERNALDATE), or null where the target chooses
 */
public record Letter(Body body, Flags flags, Instant received) {
    public Letter {
        Objects.requireNonNull(body);
        Objects.requireNonNull(flags);
    }

    public Letter with(Body other) {
        return new Letter(other, flags, received);
    }

    public Letter with(Flags other) {
        return new Letter(body, other, received);
    }

    public Letter with(Instant other) {
        return new Letter(body, flags, other);
    }
}
