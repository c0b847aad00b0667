package org.mailwain.operations.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.provider.EndpointLimits;
import org.mailwain.api.settings.Bytes;
import org.mailwain.engine.EndpointPicture;
import org.mailwain.ledger.FailureJson;

/**
 * How hard a run works at the moment.
 *
 * @param mailboxes worked on at once
 */
public record RunLimits(int mailboxes, EndpointPicture source, EndpointPicture target) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Each limit that can be changed, with its value. */
    public Map<LimitKey, Long> values() {
        Map<LimitKey, Long> values = new EnumMap<>(LimitKey.class);
        values.put(LimitKey.MAILBOXES, (long) mailboxes);
        EndpointLimits reading = source.limits();
        values.put(LimitKey.SOURCE_CONNECTIONS, (long) reading.connections());
        values.put(LimitKey.SOURCE_PER_MAILBOX, (long) reading.connectionsPerMailbox());
        values.put(LimitKey.SOURCE_MESSAGES, (long) reading.messagesPerSecond());
        values.put(LimitKey.SOURCE_BYTES, reading.bytesPerSecond());
        EndpointLimits writing = target.limits();
        values.put(LimitKey.TARGET_CONNECTIONS, (long) writing.connections());
        values.put(LimitKey.TARGET_PER_MAILBOX, (long) writing.connectionsPerMailbox());
        values.put(LimitKey.TARGET_MESSAGES, (long) writing.messagesPerSecond());
        values.put(LimitKey.TARGET_BYTES, writing.bytesPerSecond());
        return values;
    }

    /** One line. */
    String encode() {
        ObjectNode all = JSON.createObjectNode();
        all.put("mailboxes", mailboxes);
        all.set("source", side(source));
        all.set("target", side(target));
        return all.toString();
    }

    private static ObjectNode side(EndpointPicture picture) {
        ObjectNode side = JSON.createObjectNode();
        side.put("address", picture.address());
        side.put("connections", picture.limits().connections());
        side.put("connectionsPerMailbox", picture.limits().connectionsPerMailbox());
        side.put("messagesPerSecond", picture.limits().messagesPerSecond());
        side.put("bytesPerSecond", picture.limits().bytesPerSecond());
        side.put("bytesPerDay", picture.limits().bytesPerDay().count());
        side.put("open", picture.open());
        side.put("allowed", picture.allowed());
        if (picture.waitingFor() != null) {
            side.put("waitingFor", FailureJson.encode(picture.waitingFor()));
        }
        if (picture.until() != null) {
            side.put("until", picture.until().toString());
        }
        return side;
    }

    /** @return empty for a line of something else */
    static Optional<RunLimits> decode(String line) {
        try {
            JsonNode all = JSON.readTree(line);
            return all == null || !all.has("mailboxes")
                    ? Optional.empty()
                    : Optional.of(new RunLimits(
                            all.path("mailboxes").intValue(), side(all.path("source")), side(all.path("target"))));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    private static EndpointPicture side(JsonNode side) {
        return new EndpointPicture(
                side.path("address").asText(),
                new EndpointLimits(
                        side.path("connections").intValue(),
                        side.path("connectionsPerMailbox").intValue(),
                        side.path("messagesPerSecond").intValue(),
                        side.path("bytesPerSecond").longValue(),
                        new Bytes(side.path("bytesPerDay").longValue())),
                side.path("open").intValue(),
                side.path("allowed").intValue(),
                side.has("waitingFor")
                        ? FailureJson.decode(side.path("waitingFor").asText())
                        : null,
                side.has("until") ? Instant.parse(side.path("until").asText()) : null);
    }
}
