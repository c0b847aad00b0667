package org.mailwain.credentials.internal.oauth;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.ApiFailure;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.signin.SignIn;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.api.signin.Tokens;
import org.mailwain.credentials.TokenFailure;

/** One {@link SharedToken} for each application or person, and for each Google user. */
final class OAuthTokens implements Tokens {
    private final CredentialStore store;
    private final Asks asks;
    private final Clock clock;
    private final Map<Key, SharedToken> shared = new ConcurrentHashMap<>();
    private final Map<SignInMethod.Google, GoogleAccount> accounts = new ConcurrentHashMap<>();

    /** @param user empty for a token that serves all */
    private record Key(TokenRequest request, Optional<String> user) {}

    OAuthTokens(CredentialStore store, Asks asks, Clock clock) {
        this.store = store;
        this.asks = asks;
        this.clock = clock;
    }

    @Override
    public SignIn.CredentialSource source(TokenRequest request, String user, Cancel cancel) throws FailureException {
        return switch (request.method()) {
            case SignInMethod.Microsoft microsoft ->
                microsoft(microsoft, request).source(cancel);
            case SignInMethod.Google google -> google(google, request, user).source(cancel);
            case SignInMethod.Password none -> throw TokenFailure.WRONG_METHOD.raise(request.purpose());
        };
    }

    private SharedToken microsoft(SignInMethod.Microsoft settings, TokenRequest request) throws FailureException {
        if (settings.cloud().isClosed()) {
            throw ApiFailure.CLOUD_CLOSED.raise();
        }
        return shared.computeIfAbsent(
                new Key(request, Optional.empty()),
                key -> new SharedToken(MicrosoftTokens.fetcher(settings, request.purpose(), store, asks), clock));
    }

    private SharedToken google(SignInMethod.Google settings, TokenRequest request, String user)
            throws FailureException {
        if (request.purpose() == TokenRequest.Purpose.GRAPH) {
            throw TokenFailure.WRONG_METHOD.raise(request.purpose());
        }
        GoogleAccount account = accounts.computeIfAbsent(settings, s -> new GoogleAccount(s, clock));
        return shared.computeIfAbsent(
                new Key(request, Optional.of(user)),
                key -> new SharedToken((fresh, cancel) -> account.token(user, cancel), clock));
    }
}
