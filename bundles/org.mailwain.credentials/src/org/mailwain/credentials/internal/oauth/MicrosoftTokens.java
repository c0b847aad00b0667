package org.mailwain.credentials.internal.oauth;

import com.microsoft.aad.msal4j.AbstractClientApplicationBase;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.mailwain.api.credentials.CredentialStore;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.signin.SignInMethod;
import org.mailwain.api.signin.TokenRequest;
import org.mailwain.credentials.TokenFailure;

/** What tokens of an application and those of a person have in common: where, for what, and how answers are awaited. */
abstract class MicrosoftTokens implements Fetcher {
    /** A device code is good for 15 minutes. */
    private static final Duration LONGEST = Duration.ofMinutes(20);

    final SignInMethod.Microsoft settings;
    final String scope;
    private MsalHttp http;

    MicrosoftTokens(SignInMethod.Microsoft settings, TokenRequest.Purpose purpose) {
        this.settings = settings;
        this.scope = settings.scope().orElseGet(() -> scope(settings, purpose));
    }

    /** Does no I/O. */
    static Fetcher fetcher(
            SignInMethod.Microsoft settings, TokenRequest.Purpose purpose, CredentialStore store, Asks asks) {
        return settings.proof().ofPerson()
                ? new PersonTokens(settings, purpose, store, asks)
                : new ApplicationTokens(settings, purpose);
    }

    /** An application gets what its registration may do; for a person each right is asked for. */
    private static String scope(SignInMethod.Microsoft settings, TokenRequest.Purpose purpose) {
        boolean person = settings.proof().ofPerson();
        return "https://"
                + switch (purpose) {
                    case GRAPH -> settings.cloud().graph() + "/.default";
                    case IMAP ->
                        person
                                ? settings.cloud().delegatedMail() + "/IMAP.AccessAsUser.All"
                                : settings.cloud().mail() + "/.default";
                    case POP ->
                        person
                                ? settings.cloud().delegatedMail() + "/POP.AccessAsUser.All"
                                : settings.cloud().mail() + "/.default";
                };
    }

    private URI server() throws FailureException {
        return Addresses.https(
                settings.authority().orElse("https://" + settings.cloud().login()), "signIn.microsoft.authority");
    }

    /** With the authority, our own HTTP and without the search for other clouds, which settings name. */
    <B extends AbstractClientApplicationBase.Builder<B>> B placed(B builder) throws FailureException {
        URI server = server();
        http = new MsalHttp(new Http(settings.caFile()), server);
        String tenant = URLEncoder.encode(settings.tenant(), StandardCharsets.UTF_8);
        try {
            return builder.authority("https://" + server.getRawAuthority() + "/" + tenant + "/")
                    .instanceDiscovery(false)
                    .httpClient(http)
                    .executorService(Executors.newVirtualThreadPerTaskExecutor());
        } catch (MalformedURLException e) {
            throw new FailureException(TokenFailure.ADDRESS.with("signIn.microsoft.authority"), e);
        }
    }

    /** Begins a request of the library. */
    interface Begun {
        CompletableFuture<IAuthenticationResult> begin() throws MalformedURLException, FailureException;
    }

    Token await(Begun request, Cancel cancel) throws FailureException {
        http.endedBy(cancel);
        CompletableFuture<IAuthenticationResult> answer = null;
        try {
            answer = request.begin();
            CompletableFuture<IAuthenticationResult> awaited = answer;
            try (Cancel.Registration ending = cancel.onCancel(() -> awaited.cancel(true))) {
                IAuthenticationResult result = answer.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
                return new Token(
                        Secret.of(result.accessToken()), result.expiresOnDate().toInstant());
            }
        } catch (CancellationException e) {
            throw new CancelledException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FailureException(TokenFailure.NOT_SIGNED_IN.with(LONGEST.toMinutes() + " min"), e);
        } catch (MalformedURLException e) {
            throw new FailureException(TokenFailure.ADDRESS.with("signIn.microsoft.authority"), e);
        } catch (ExecutionException e) {
            cancel.check();
            throw new MicrosoftRefusals(settings, scope).failure(e.getCause());
        }
    }
}
