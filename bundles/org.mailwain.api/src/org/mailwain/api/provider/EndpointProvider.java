package org.mailwain.api.provider;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.settings.SettingsFault;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.api.signin.TokenSettings;

/**
 * Knows one kind of server. A service without state: nothing is connected before a session is asked for. A later
 * registration of the same kind with a higher service ranking wins.
 */
public interface EndpointProvider {
    /** The word that stands under {@code kind:} in an endpoint file, for example {@code imap}. */
    String kind();

    /** The annotated record that holds an endpoint's settings, see {@link org.mailwain.api.settings}. */
    Class<? extends Record> settings();

    /** What is wrong with settings that are each right alone. Connects to nothing. */
    default List<SettingsFault> faults(Record settings) {
        return tokens(settings).map(TokenRequest::faults).orElse(List.of());
    }

    /** The tokens that sessions sign in with; empty where they sign in by passwords. */
    default Optional<TokenRequest> tokens(Record settings) {
        return settings instanceof TokenSettings some ? some.tokens() : Optional.empty();
    }

    /** Where the endpoint is, for people and for shared limits, for example {@code imap.example.org:993}. */
    String address(Endpoint endpoint);

    /** Connections that this kind of server takes at once for one account, whatever an endpoint's limits say. */
    default int connectionsPerAccount() {
        return Integer.MAX_VALUE;
    }

    /**
     * Tries an endpoint step by step and stops at the first step that fails.
     *
     * @param login null to end before signing in
     */
    void probe(Endpoint endpoint, Login login, SessionContext context, ProbeSink sink) throws FailureException;
}
