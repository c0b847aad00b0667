package org.mailwain.engine.internal.limit;

import java.time.Instant;
import org.mailwain.api.failure.Failure;

/** Hears that work rests. */
@FunctionalInterface
public interface WaitListener {
    /** @param reason null for no failure (a limit); @param until null where nobody knows */
    void waiting(String endpoint, Failure reason, Instant until);
}
