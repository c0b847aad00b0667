package org.mailwain.discovery.internal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.discovery.DiscoveryFailure;

/** The web by HTTPS alone: a redirect to anything else is not followed. */
final class HttpsWeb implements Web {
    private static final int MAX_REDIRECTS = 3;

    private final SSLContext tls;
    private final Duration limit;
    private HttpClient client;

    /** @param tls null for what the machine trusts; @param limit for each request, its answer included */
    HttpsWeb(SSLContext tls, Duration limit) {
        this.tls = tls;
        this.limit = limit;
    }

    @Override
    public Page get(URI address) throws FailureException {
        URI at = address;
        for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
            HttpResponse<byte[]> answer = send(at);
            int status = answer.statusCode();
            if (status == 200) {
                return new Page(at, answer.body());
            } else if (status != 301 && status != 302 && status != 303 && status != 307 && status != 308) {
                throw (status == 404 || status == 410 ? DiscoveryFailure.NOT_THERE : DiscoveryFailure.STATUS)
                        .raise(at, status);
            }
            at = target(at, answer.headers().firstValue("Location").orElse(""));
        }
        throw DiscoveryFailure.REDIRECT.raise(address, at);
    }

    private static URI target(URI from, String location) throws FailureException {
        try {
            URI to = from.resolve(location);
            if ("https".equalsIgnoreCase(to.getScheme()) && to.getHost() != null && to.getUserInfo() == null) {
                return to;
            }
        } catch (IllegalArgumentException noAddress) {
            throw new FailureException(DiscoveryFailure.REDIRECT.with(from, location), noAddress);
        }
        throw DiscoveryFailure.REDIRECT.raise(from, location);
    }

    private HttpResponse<byte[]> send(URI at) throws FailureException {
        HttpRequest request = HttpRequest.newBuilder(at)
                .timeout(limit)
                .header("Accept", "text/xml, application/xml")
                .header("User-Agent", "Mailwain")
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client().sendAsync(request, head -> new Bounded(ConfigReader.MAX_BYTES));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new FailureException(DiscoveryFailure.UNREACHABLE.with(at, e), e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FailureException(DiscoveryFailure.UNREACHABLE.with(at, limit), e);
        } catch (ExecutionException e) {
            throw new FailureException(reason(at, e.getCause()), e.getCause());
        }
    }

    private static Failure reason(URI at, Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof Bounded.TooMuch) {
                return DiscoveryFailure.TOO_LARGE.with(at, new Argument.Size(ConfigReader.MAX_BYTES));
            }
        }
        String words = cause instanceof IOException && cause.getMessage() != null
                ? cause.getMessage()
                : cause.getClass().getSimpleName();
        return DiscoveryFailure.UNREACHABLE.with(at, words);
    }

    /** Made on first use: it starts a thread. */
    private synchronized HttpClient client() {
        if (client == null) {
            HttpClient.Builder builder = HttpClient.newBuilder()
                    .connectTimeout(limit)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .version(HttpClient.Version.HTTP_1_1);
            client = (tls == null ? builder : builder.sslContext(tls)).build();
        }
        return client;
    }
}
