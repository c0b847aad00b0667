package org.mailwain.engine.internal.limit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.engine.EndpointPicture;
import org.mailwain.engine.RetryPolicy;

/** The gates of all endpoints in use, by address. Thread-safe. */
public final class Gates {
    private final Map<String, EndpointGate> gates = new TreeMap<>();
    private final Clock clock;
    private final Rests rests;
    private final RetryPolicy policy;

    public Gates(Clock clock, Rests rests, RetryPolicy policy) {
        this.clock = clock;
        this.rests = rests;
        this.policy = policy;
    }

    /**
     * @param limits count where the endpoint is met for the first time
     * @param perAccount connections that the server takes for one account
     */
    public synchronized EndpointGate gate(String address, EndpointLimits limits, int perAccount) {
        return gates.computeIfAbsent(
                address, a -> new EndpointGate(a, limits, new Accounts(perAccount), clock, rests, policy));
    }

    public synchronized List<EndpointPicture> pictures() {
        return gates.values().stream().map(EndpointGate::picture).toList();
    }
}
