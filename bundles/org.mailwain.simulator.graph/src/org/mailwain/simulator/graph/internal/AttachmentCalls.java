package org.mailwain.simulator.graph.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.simulator.graph.Mailbox;
import org.mailwain.simulator.graph.StoredMessage;

/** Attachments: small ones in one piece, large ones by sessions. */
final class AttachmentCalls {
    private static final int SMALL = 3 << 20;
    private static final long LARGEST = 150L << 20;
    private static final int CHUNK = 4 << 20;
    private static final Pattern RANGE = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");
    private static final Set<String> FILE =
            Set.of("@odata.type", "name", "contentType", "contentBytes", "isInline", "contentId", "size");
    private static final Set<String> ITEM =
            Set.of("@odata.type", "attachmentType", "name", "size", "isInline", "contentId", "contentType");

    private final String base;
    private final Function<Call, Throttle.Meter> meters;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    private static final class Session {
        private final Mailbox mailbox;
        private final StoredMessage message;
        private final JsonNode item;
        private final long size;
        private final Throttle.Meter meter;
        private final ByteArrayOutputStream content = new ByteArrayOutputStream();

        private Session(Mailbox mailbox, StoredMessage message, JsonNode item, long size, Throttle.Meter meter) {
            this.mailbox = mailbox;
            this.message = message;
            this.item = item;
            this.size = size;
            this.meter = meter;
        }
    }

    /** @param meters who counts what is asked with a call */
    AttachmentCalls(String base, Function<Call, Throttle.Meter> meters) {
        this.base = base;
        this.meters = meters;
    }

    /** Who counts the pieces of an upload; null for one that was not given out. */
    Throttle.Meter meter(String id) {
        Session session = sessions.get(id);
        return session == null ? null : session.meter;
    }

    Answer answer(Call call, Mailbox mailbox, StoredMessage message, List<String> rest) {
        if (rest.isEmpty() && call.method().equals("GET")) {
            ArrayNode all = Json.array();
            message.attachments().forEach(a -> all.add(shown(a)));
            return Answer.json(200, Json.object().set("value", all));
        } else if (rest.isEmpty() && call.method().equals("POST")) {
            StoredMessage.Attachment made = read(Json.read(call.body()), mailbox);
            message.attachments().add(made);
            return Answer.json(201, shown(made));
        } else if (rest.equals(List.of("createUploadSession")) && call.method().equals("POST")) {
            return session(call, mailbox, message);
        }
        throw GraphError.bad("BadRequest", "Resource not found for the segment 'attachments'.");
    }

    private static ObjectNode shown(StoredMessage.Attachment attachment) {
        return Json.object()
                .put("@odata.type", "#microsoft.graph.fileAttachment")
                .put("id", attachment.id())
                .put("name", attachment.name())
                .put("contentType", attachment.type())
                .put("isInline", attachment.inline())
                .put("contentId", attachment.contentId())
                .put("size", attachment.content().length);
    }

    StoredMessage.Attachment read(JsonNode json, Mailbox mailbox) {
        Json.onlyKnown(json, "microsoft.graph.fileAttachment", FILE);
        if (!json.path("@odata.type").asText().equals("#microsoft.graph.fileAttachment") || !json.hasNonNull("name")) {
            throw GraphError.bad("ErrorInvalidRequest", "The type and the name of an attachment are required.");
        }
        byte[] content;
        try {
            content = Base64.getDecoder().decode(json.path("contentBytes").asText());
        } catch (IllegalArgumentException e) {
            throw GraphError.bad("RequestBodyRead", "Cannot convert the literal to the expected type 'Edm.Binary'.");
        }
        if (content.length >= SMALL) {
            throw new GraphError(413, "ErrorAttachmentSizeLimitExceeded", "The attachment is 3 MB or larger.");
        }
        return made(json, mailbox, content);
    }

    private static StoredMessage.Attachment made(JsonNode json, Mailbox mailbox, byte[] content) {
        return new StoredMessage.Attachment(
                mailbox.newPartId(),
                json.path("name").asText(),
                json.path("contentType").asText("application/octet-stream"),
                json.path("isInline").asBoolean(),
                json.path("contentId").asText(null),
                content);
    }

    private Answer session(Call call, Mailbox mailbox, StoredMessage message) {
        ObjectNode body = Json.read(call.body());
        JsonNode item = body.path("AttachmentItem");
        Json.onlyKnown(body, "createUploadSession", Set.of("AttachmentItem"));
        Json.onlyKnown(item, "microsoft.graph.attachmentItem", ITEM);
        long size = item.path("size").asLong();
        if (!item.path("attachmentType").asText().equals("file")
                || item.path("name").asText("").isEmpty()) {
            throw GraphError.bad("ErrorInvalidRequest", "attachmentType and name are required.");
        } else if (size < SMALL) {
            throw GraphError.bad("ErrorInvalidRequest", "Upload sessions are for attachments of 3 MB and more.");
        } else if (size > LARGEST) {
            throw new GraphError(413, "ErrorAttachmentSizeLimitExceeded", "The attachment is larger than 150 MB.");
        }
        String id = UUID.randomUUID().toString();
        sessions.put(id, new Session(mailbox, message, item, size, meters.apply(call)));
        ObjectNode answer = Json.object()
                .put("uploadUrl", base + "/upload/" + id)
                .put("expirationDateTime", mailbox.now().plusSeconds(3600).toString());
        answer.set("nextExpectedRanges", Json.texts(List.of("0")));
        return Answer.json(201, answer);
    }

    /** A piece for an address that was given out. @param token an Authorization header, which has no place here */
    Answer upload(String id, Map<String, String> headers, byte[] body) {
        Session session = sessions.get(id);
        if (session == null) {
            throw new GraphError(404, "ErrorUploadSessionNotFound", "The upload session is not there.");
        } else if (headers.containsKey("authorization")) {
            throw new GraphError(401, "InvalidAuthenticationToken", "An upload carries no Authorization header.");
        } else if (body.length >= CHUNK) {
            throw new GraphError(413, "RequestEntityTooLarge", "A piece is smaller than 4 MB.");
        }
        Matcher range = RANGE.matcher(headers.getOrDefault("content-range", ""));
        synchronized (session) {
            long have = session.content.size();
            if (!range.matches()
                    || Long.parseLong(range.group(1)) != have
                    || Long.parseLong(range.group(2)) != have + body.length - 1
                    || Long.parseLong(range.group(3)) != session.size) {
                throw new GraphError(416, "ErrorInvalidRange", "Expected is the piece from " + have + ".");
            }
            session.content.writeBytes(body);
            if (session.content.size() < session.size) {
                String next = Integer.toString(session.content.size());
                ObjectNode answer = Json.object();
                answer.set("nextExpectedRanges", Json.texts(List.of(next)));
                return Answer.json(200, answer);
            }
        }
        sessions.remove(id);
        synchronized (session.mailbox) {
            StoredMessage.Attachment made = made(session.item, session.mailbox, session.content.toByteArray());
            session.message.attachments().add(made);
            return Answer.empty(201).with("Location", base + "/v1.0/attachments/" + made.id());
        }
    }
}
