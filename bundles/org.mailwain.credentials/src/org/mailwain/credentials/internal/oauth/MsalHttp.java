package org.mailwain.credentials.internal.oauth;

import com.microsoft.aad.msal4j.HttpMethod;
import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.HttpResponse;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;

/** Microsoft's library over our HTTP: to the one server that the settings name, and to no other. */
final class MsalHttp implements IHttpClient {
    /** The JDK's client makes these itself. */
    private static final Set<String> OWN = Set.of("content-length", "host", "connection", "expect", "upgrade");

    private final Http http;
    private final URI server;
    private volatile Cancel cancel = Cancel.NEVER;

    /** @param server of the authority */
    MsalHttp(Http http, URI server) {
        this.http = http;
        this.server = server;
    }

    /** @param other ends the requests of now */
    void endedBy(Cancel other) {
        cancel = other;
    }

    @Override
    public IHttpResponse send(HttpRequest request) throws FailureException, URISyntaxException {
        String body = request.body() == null ? "" : request.body();
        java.net.http.HttpRequest.Builder builder = java.net.http.HttpRequest.newBuilder();
        request.headers().forEach((name, value) -> {
            if (!OWN.contains(name.toLowerCase(Locale.ROOT)) && value != null) {
                builder.header(name, value);
            }
        });
        if (request.httpMethod() == HttpMethod.POST) {
            builder.POST(java.net.http.HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        }
        java.net.http.HttpResponse<byte[]> answer =
                http.send(builder, placed(request.url().toURI()), cancel);
        HttpResponse told = new HttpResponse()
                .statusCode(answer.statusCode())
                .body(new String(answer.body(), StandardCharsets.UTF_8));
        told.addHeaders(answer.headers().map());
        return told;
    }

    /** The library forgets the authority's port, and knows hosts of its own. */
    private URI placed(URI asked) throws URISyntaxException {
        return new URI("https", null, server.getHost(), server.getPort(), asked.getPath(), asked.getQuery(), null);
    }
}
