package org.mailwain.credentials.internal.oauth;

import java.time.Clock;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.signin.TokenProvider;
import org.mailwain.api.signin.Tokens;
import org.osgi.service.component.annotations.Component;

/** Tokens of Microsoft Entra ID and of Google. Microsoft's library is loaded with the first of its tokens. */
@Component
public final class OAuthTokenProvider implements TokenProvider {
    @Override
    public Tokens open(CredentialStore store, Asks asks) {
        return new OAuthTokens(store, asks, Clock.systemUTC());
    }
}
