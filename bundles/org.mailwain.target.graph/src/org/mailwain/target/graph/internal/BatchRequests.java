package org.mailwain.target.graph.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.target.graph.GraphFailure;

/**
 * Many requests in one that may be repeated without harm. The answer to the whole says nothing of its parts: each is
 * looked at, and what was throttled is asked again when its time has come.
 */
final class BatchRequests {
    private static final int MOST = 20;
    private static final int ROUNDS = 6;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Wire wire;

    BatchRequests(Wire wire) {
        this.wire = wire;
    }

    /** @param path without the version; @param body null for none */
    record Part(String method, String path, JsonNode body) {
        static Part get(String path) {
            return new Part("GET", path, null);
        }
    }

    /** @param refusal null where the part succeeded */
    record Got(JsonNode body, HttpRefusal refusal) {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** In the order of the parts. */
    List<Got> send(List<Part> parts) throws FailureException {
        Got[] all = new Got[parts.size()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < all.length; i++) {
            open.add(i);
        }
        for (int round = 1; !open.isEmpty(); round++) {
            List<Integer> now = List.copyOf(open.subList(0, Math.min(MOST, open.size())));
            open.subList(0, now.size()).clear();
            Duration wait = one(parts, now, all);
            List<Integer> again = now.stream()
                    .filter(i -> all[i].refusal() != null && repeats(all[i].refusal()))
                    .toList();
            if (!again.isEmpty() && round >= ROUNDS + all.length / MOST) {
                throw Refusals.of(wire.mailbox(), all[again.getFirst()].refusal());
            }
            if (!again.isEmpty()) {
                wire.hold(wait);
                open.addAll(again);
            }
        }
        return List.of(all);
    }

    private static boolean repeats(HttpRefusal refusal) {
        return refusal.status() == 429 || refusal.status() == 503 || refusal.status() == 504;
    }

    private Duration one(List<Part> parts, List<Integer> which, Got[] into) throws FailureException {
        ArrayNode requests = MAPPER.createArrayNode();
        for (int i : which) {
            Part part = parts.get(i);
            ObjectNode request = requests.addObject()
                    .put("id", Integer.toString(i))
                    .put("method", part.method())
                    .put("url", part.path());
            ObjectNode headers = request.putObject("headers").put("Prefer", "IdType=\"ImmutableId\"");
            if (part.body() != null) {
                headers.put("Content-Type", "application/json");
                request.set("body", part.body());
            }
        }
        Duration wait = Duration.ofSeconds(1);
        try {
            byte[] body = MAPPER.writeValueAsBytes(object().set("requests", requests));
            JsonNode answer;
            try (InputStream in = wire.stream(Ask.batch("/v1.0/$batch", body, which.size()))) {
                answer = MAPPER.readTree(in);
            }
            for (JsonNode response : answer.path("responses")) {
                int at = Integer.parseInt(response.path("id").asText("-1"));
                int status = response.path("status").asInt();
                JsonNode its = response.path("body");
                if (status < 400) {
                    into[at] = new Got(its, null);
                    continue;
                }
                Duration named = HttpRefusal.retryAfter(
                        response.path("headers").path("Retry-After").asText(null));
                into[at] = new Got(its, HttpRefusal.of(status, its, named));
                wait = named != null && named.compareTo(wait) > 0 ? named : wait;
            }
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            throw new FailureException(GraphFailure.STRANGE.with(wire.mailbox(), "$batch"), e);
        }
        for (int i : which) {
            if (into[i] == null) {
                throw GraphFailure.STRANGE.raise(wire.mailbox(), "$batch " + i);
            }
        }
        return wait;
    }
}
