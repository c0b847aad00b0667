package org.mailwain.engine;

import java.time.Instant;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.provider.EndpointLimits;

/**
 * How an endpoint fares at the moment.
 *
 * @param address as its provider says it
 * @param limits as set now
 * @param open connections
 * @param allowed connections that the engine takes at present; fewer than the limit after the server throttled
 * @param waitingFor why its mailboxes wait, or null
 * @param until when the wait ends, or null where nobody knows
 */
public record EndpointPicture(
        String address, EndpointLimits limits, int open, int allowed, Failure waitingFor, Instant until) {}
