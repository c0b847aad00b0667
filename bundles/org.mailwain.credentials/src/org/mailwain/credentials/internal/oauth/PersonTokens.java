package org.mailwain.credentials.internal.oauth;

import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.MsalInteractionRequiredException;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.signin.MicrosoftProof;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;

/**
 * Tokens for a person who signs in once, by a code or in a browser; what the sign-in left (a refresh token) is kept in
 * the credential store, and serves for as long as the tenant lets it.
 */
final class PersonTokens extends MicrosoftTokens {
    /** Time to find the browser, the password and the second factor. */
    private static final int BROWSER_SECONDS = 600;

    private final CredentialStore store;
    private final Asks asks;
    private PublicClientApplication application;

    PersonTokens(SignInMethod.Microsoft settings, TokenRequest.Purpose purpose, CredentialStore store, Asks asks) {
        super(settings, purpose);
        this.store = store;
        this.asks = asks;
    }

    /** Under which name the credential store has what a person's sign-in left. */
    static CredentialPath path(SignInMethod.Microsoft settings) {
        return new CredentialPath("microsoft-sign-in", settings.clientId() + "@" + settings.tenant());
    }

    @Override
    public Token fetch(boolean fresh, Cancel cancel) throws FailureException {
        if (application == null) {
            application = placed(PublicClientApplication.builder(settings.clientId()))
                    .setTokenCacheAccessAspect(new StoredCache(store, path(settings)))
                    .build();
        }
        Optional<IAccount> account = account();
        if (account.isPresent()) {
            try {
                return await(() -> application.acquireTokenSilently(silent(account.get(), fresh)), cancel);
            } catch (FailureException e) {
                if (!needsPerson(e)) {
                    throw e;
                }
            }
        }
        return await(
                () -> settings.proof() instanceof MicrosoftProof.Browser
                        ? application.acquireToken(browser())
                        : application.acquireToken(deviceCode()),
                cancel);
    }

    private Optional<IAccount> account() throws FailureException {
        try {
            return application.getAccounts().join().stream().findFirst();
        } catch (RuntimeException e) {
            throw Relayed.failureIn(e).orElseThrow(() -> e);
        }
    }

    private static boolean needsPerson(FailureException e) {
        return e.getCause() instanceof MsalInteractionRequiredException;
    }

    private SilentParameters silent(IAccount account, boolean fresh) {
        return SilentParameters.builder(Set.of(scope), account)
                .forceRefresh(fresh)
                .build();
    }

    private DeviceCodeFlowParameters deviceCode() {
        return DeviceCodeFlowParameters.builder(
                        Set.of(scope),
                        code -> tell("credentials.ask.code", code.verificationUri() + " " + code.userCode()))
                .build();
    }

    private InteractiveRequestParameters browser() {
        return InteractiveRequestParameters.builder(URI.create("http://localhost"))
                .scopes(Set.of(scope))
                .httpPollingTimeoutInSeconds(BROWSER_SECONDS)
                .systemBrowserOptions(SystemBrowserOptions.builder()
                        .openBrowserAction(page -> tell("credentials.ask.page", page.toString()))
                        .build())
                .build();
    }

    /** On a thread of the library's. */
    private void tell(String id, String what) {
        String text = ResourceBundle.getBundle(
                        "org.mailwain.credentials.messages", Locale.getDefault(), PersonTokens.class.getClassLoader())
                .getString(id);
        try {
            asks.tell(new Asks.Question(id, text, what));
        } catch (FailureException e) {
            throw new Relayed(e);
        }
    }
}
