package org.mailwain.simulator.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Asks a simulator with nothing between. */
final class Client {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final GraphSimulator simulator;
    private final HttpClient http;
    private final String token;

    record Got(int status, JsonNode json, HttpResponse<byte[]> response) {
        String code() {
            return json.path("error").path("code").asText();
        }

        String id() {
            return json.path("id").asText();
        }
    }

    Client(GraphSimulator simulator, String token) throws GeneralSecurityException, IOException {
        this.simulator = simulator;
        this.token = token;
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("ca", simulator.authority().certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, trust.getTrustManagers(), null);
        this.http = HttpClient.newBuilder().sslContext(tls).build();
    }

    Got get(String path) throws IOException, InterruptedException {
        return send("GET", path, null, "");
    }

    Got post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, "application/json", json);
    }

    Got mime(String path, String message) throws IOException, InterruptedException {
        String base64 = Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
        return send("POST", path, "text/plain", base64);
    }

    /** A piece of an upload. */
    Got upload(String path, String body, String range) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.base() + path))
                .header("Content-Range", range)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        return new Got(response.statusCode(), MAPPER.createObjectNode(), response);
    }

    Got send(String method, String path, String type, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.base()
                        + path.replace(" ", "%20").replace("{", "%7B").replace("}", "%7D")))
                .header("Prefer", "IdType=\"ImmutableId\"")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        boolean json = response.headers().firstValue("Content-Type").orElse("").startsWith("application/json");
        return new Got(response.statusCode(), MAPPER.readTree(json ? response.body() : "{}".getBytes()), response);
    }
}
