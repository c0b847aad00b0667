package org.mailwain.engine;

import java.io.IOException;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.engine.internal.body.OwnerOnly;
import org.mailwain.engine.internal.job.Shared;
import org.mailwain.engine.internal.limit.EndpointGate;
import org.mailwain.engine.internal.limit.Rests;

/**
 * What all mailboxes of a process share: memory and spool of messages, limits and health of endpoints, locks on target
 * folders. Thread-safe.
 */
public final class Engine implements AutoCloseable {
    private final Shared shared;

    /** @throws FailureException where the folder cannot be made or written */
    public Engine(EngineSettings settings, EngineServices services) throws FailureException {
        this(settings, services, Rests.REAL);
    }

    Engine(EngineSettings settings, EngineServices services, Rests rests) throws FailureException {
        try {
            OwnerOnly.folder(settings.folder());
        } catch (IOException e) {
            throw new FailureException(EngineFailure.SPOOL.with(settings.folder(), e.getMessage()), e);
        }
        this.shared = Shared.of(settings, services, rests);
    }

    Shared shared() {
        return shared;
    }

    /** Changes an endpoint's limits while it is worked with. From any thread. */
    public void limit(Endpoint endpoint, EndpointLimits limits) throws FailureException {
        gate(endpoint).change(limits);
    }

    /** How an endpoint fares, whether it is in use yet or not. */
    public EndpointPicture endpoint(Endpoint endpoint) throws FailureException {
        return gate(endpoint).picture();
    }

    private EndpointGate gate(Endpoint endpoint) throws FailureException {
        boolean source =
                shared.services().sources().stream().anyMatch(p -> p.kind().equals(endpoint.kind()));
        return source ? shared.sourceGate(endpoint) : shared.targetGate(endpoint);
    }

    /** Endpoints in use, by address. */
    public List<EndpointPicture> endpoints() {
        return shared.gates().pictures();
    }

    /** Removes what is left in the spool. Whatever still runs fails. */
    @Override
    public void close() {
        shared.bodies().close();
    }
}
