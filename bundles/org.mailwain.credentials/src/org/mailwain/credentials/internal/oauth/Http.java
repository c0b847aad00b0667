package org.mailwain.credentials.internal.oauth;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.credentials.TokenFailure;

/** HTTPS to a token service: each wait has a limit, answers are bounded, redirects are not followed. Thread-safe. */
final class Http {
    private static final Duration CONNECT = Duration.ofSeconds(30);
    private static final Duration WHOLE = Duration.ofSeconds(90);

    private final HttpClient client;

    /** @param caFile authorities in place of the machine's, if any */
    Http(Optional<Path> caFile) throws FailureException {
        HttpClient.Builder builder =
                HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER);
        if (caFile.isPresent()) {
            builder.sslContext(trusting(caFile.get()));
        }
        client = builder.build();
    }

    /** Waits for the answer, whatever its status. */
    HttpResponse<byte[]> send(HttpRequest.Builder request, URI address, Cancel cancel) throws FailureException {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request.uri(address).timeout(WHOLE).build(), info -> new BoundedBody());
        try (Cancel.Registration ending = cancel.onCancel(() -> answer.cancel(true))) {
            return answer.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (CancellationException e) {
            throw new CancelledException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            Throwable reason = e instanceof ExecutionException ? e.getCause() : e;
            throw new FailureException(TokenFailure.UNREACHABLE.with(name(address), reason(reason)), reason);
        }
    }

    /** Host and port, since a path may name a tenant and a query more. */
    static String name(URI address) {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    private static String reason(Throwable thrown) {
        return thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
    }

    private static SSLContext trusting(Path file) throws FailureException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> authorities =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int at = 0;
            for (Certificate authority : authorities) {
                store.setCertificateEntry("ca" + at++, authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new FailureException(TokenFailure.CA_FILE.with(file, reason(e)), e);
        }
    }
}
