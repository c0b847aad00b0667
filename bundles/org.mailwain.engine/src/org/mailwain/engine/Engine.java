package org.mailwain.engine;

import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;

/**
 * What all mailboxes of a process share: memory and spool of messages, limits and health of endpoints, locks on target
 * folders. Thread-safe.
 */
public final class Engine implements AutoCloseable {
    /** @throws FailureException where the folder cannot be made or written */
    public Engine(EngineSettings settings, EngineServices services) throws FailureException {
    }

    /** Changes an endpoint's limits while it is worked with. From any thread. */
    public void limit(Endpoint endpoint, EndpointLimits limits) throws FailureException {
    }

    /** Endpoints in use, by address. */
    public List<EndpointPicture> endpoints() {
        return List.of();
    }

    /** Removes what is left in the spool. Whatever still runs fails. */
    @Override
    public void close() {
    }
}
