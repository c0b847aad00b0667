package org.mailwain.simulator.graph.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Several requests in one. The outer answer is 200, whatever the inner ones are. */
final class BatchCalls {
    private static final int MOST = 20;

    /** Carries out one request as if it had come alone. */
    interface Inner {
        Answer carryOut(String method, String url, Map<String, String> headers, byte[] body);
    }

    private BatchCalls() {}

    static Answer answer(byte[] body, Inner inner) {
        ObjectNode batch = Json.read(body);
        Json.onlyKnown(batch, "batch", Set.of("requests"));
        JsonNode requests = batch.path("requests");
        if (!requests.isArray() || requests.isEmpty() || requests.size() > MOST) {
            throw GraphError.bad("BadRequest", "A batch holds 1 to " + MOST + " requests.");
        }
        Map<String, Integer> states = new HashMap<>();
        ArrayNode responses = Json.array();
        for (JsonNode request : requests) {
            Json.onlyKnown(request, "request", Set.of("id", "method", "url", "headers", "body", "dependsOn"));
            String id = request.path("id").asText("");
            if (id.isEmpty() || states.containsKey(id)) {
                throw GraphError.bad("BadRequest", "Each request of a batch has an id of its own.");
            }
            Answer answer = failedBefore(request, states)
                    ? new GraphError(424, "FailedDependency", "A request before it failed.").answer()
                    : carryOut(request, inner);
            states.put(id, answer.status());
            responses.add(response(id, answer));
        }
        return Answer.json(200, Json.object().set("responses", responses));
    }

    private static boolean failedBefore(JsonNode request, Map<String, Integer> states) {
        for (JsonNode other : request.path("dependsOn")) {
            if (states.getOrDefault(other.asText(), 424) >= 400) {
                return true;
            }
        }
        return false;
    }

    private static Answer carryOut(JsonNode request, Inner inner) {
        Map<String, String> headers = new LinkedHashMap<>();
        request.path("headers")
                .properties()
                .forEach(h -> headers.put(
                        h.getKey().toLowerCase(Locale.ROOT), h.getValue().asText()));
        byte[] body = request.has("body") ? Json.bytes(request.get("body")) : new byte[0];
        if (body.length > 0 && !headers.containsKey("content-type")) {
            throw GraphError.bad("BadRequest", "A request with a body needs a Content-Type.");
        }
        return inner.carryOut(
                request.path("method").asText(), request.path("url").asText(), headers, body);
    }

    private static ObjectNode response(String id, Answer answer) {
        ObjectNode response = Json.object().put("id", id).put("status", answer.status());
        ObjectNode headers = Json.object();
        answer.headers().forEach(headers::put);
        response.set("headers", headers);
        if (answer.body().length > 0) {
            try {
                response.set("body", Json.tree(answer.body()));
            } catch (IOException e) {
                response.put("body", Base64.getEncoder().encodeToString(answer.body()));
            }
        }
        return response;
    }
}
