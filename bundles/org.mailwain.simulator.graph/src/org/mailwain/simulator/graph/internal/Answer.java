package org.mailwain.simulator.graph.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer on its way. @param body empty for none */
record Answer(int status, Map<String, String> headers, byte[] body) {
    static Answer json(int status, JsonNode body) {
        return new Answer(status, Map.of("Content-Type", "application/json; charset=utf-8"), Json.bytes(body));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), new byte[0]);
    }

    static Answer bytes(String type, byte[] body) {
        return new Answer(200, Map.of("Content-Type", type), body);
    }

    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
