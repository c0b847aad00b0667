package org.mailwain.engine.internal.job;

import java.nio.file.Path;
import java.time.Clock;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.EndpointProvider;
import org.mailwain.api.provider.SourceProvider;
import org.mailwain.api.provider.TargetProvider;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.EngineServices;
import org.mailwain.engine.EngineSettings;
import org.mailwain.engine.internal.body.Bodies;
import org.mailwain.engine.internal.limit.EndpointGate;
import org.mailwain.engine.internal.limit.Gates;
import org.mailwain.engine.internal.limit.Rests;

/** What all jobs of a process share. Thread-safe. */
public record Shared(
        EngineSettings settings, EngineServices services, Rests rests, Bodies bodies, Gates gates, FolderLocks locks) {

    public static Shared of(EngineSettings settings, EngineServices services, Rests rests) {
        return new Shared(
                settings,
                services,
                rests,
                new Bodies(settings.folder().resolve("spool"), settings.memory(), settings.spoolAbove()),
                new Gates(services.clock(), rests, settings.retry()),
                new FolderLocks());
    }

    public Clock clock() {
        return services.clock();
    }

    /** Where originals of repaired and refused messages are kept. */
    public Path originals() {
        return settings.folder().resolve("originals");
    }

    public SourceProvider source(Endpoint endpoint) throws FailureException {
        return services.sources().stream()
                .filter(p -> p.kind().equals(endpoint.kind()))
                .findFirst()
                .orElseThrow(() -> EngineFailure.NO_PROVIDER.raise(endpoint.kind()));
    }

    public TargetProvider target(Endpoint endpoint) throws FailureException {
        return services.targets().stream()
                .filter(p -> p.kind().equals(endpoint.kind()))
                .findFirst()
                .orElseThrow(() -> EngineFailure.NO_PROVIDER.raise(endpoint.kind()));
    }

    public EndpointGate sourceGate(Endpoint endpoint) throws FailureException {
        return gate(source(endpoint), endpoint);
    }

    public EndpointGate targetGate(Endpoint endpoint) throws FailureException {
        return gate(target(endpoint), endpoint);
    }

    private EndpointGate gate(EndpointProvider provider, Endpoint endpoint) {
        return gates.gate(provider.address(endpoint), endpoint.limits(), provider.connectionsPerAccount());
    }

    /** Bytes of messages that may be read from one mailbox within 24 hours; 0 or less without limit. */
    public long bytesPerDay(Endpoint endpoint) throws FailureException {
        long set = endpoint.limits().bytesPerDay().count();
        return set > 0 ? set : source(endpoint).bytesPerDay(endpoint);
    }
}
