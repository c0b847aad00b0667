package org.mailwain.simulator.graph.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mailwain.simulator.graph.MailFolder;
import org.mailwain.simulator.graph.Mailbox;
import org.mailwain.simulator.graph.SimulatorOptions;
import org.mailwain.simulator.graph.StoredMessage;

/** Makes and changes messages, keeping what the service keeps and losing what it loses. Callers lock the mailbox. */
final class CreateCalls {
    private static final int LONGEST_LINE = 10_000;
    private static final int MOST_ATTACHMENTS = 250;
    private static final Set<String> MESSAGE = Set.of(
            "@odata.type",
            "subject",
            "body",
            "from",
            "sender",
            "toRecipients",
            "ccRecipients",
            "bccRecipients",
            "replyTo",
            "internetMessageId",
            "isRead",
            "isDraft",
            "importance",
            "categories",
            "flag",
            "inferenceClassification",
            "internetMessageHeaders",
            "singleValueExtendedProperties",
            "attachments",
            "receivedDateTime",
            "sentDateTime");
    /** What may be changed of a message that is no draft without further permission. */
    private static final Set<String> ALWAYS = Set.of(
            "@odata.type",
            "isRead",
            "isDraft",
            "importance",
            "categories",
            "flag",
            "inferenceClassification",
            "singleValueExtendedProperties");

    private static final Set<String> ADDRESS = Set.of("name", "address", "@odata.type");

    private final SimulatorOptions options;
    private final AttachmentCalls attaching;

    CreateCalls(SimulatorOptions options, AttachmentCalls attaching) {
        this.options = options;
        this.attaching = attaching;
    }

    SimulatorOptions options() {
        return options;
    }

    /** @param inFolder whether the folder stands in the path */
    Answer create(Call call, Mailbox mailbox, MailFolder folder, boolean inFolder) {
        if (call.isJson()) {
            return json(call, mailbox, folder);
        } else if (!call.header("content-type").startsWith("text/plain")) {
            throw new GraphError(415, "UnsupportedMediaType", "application/json or text/plain is expected.");
        }
        byte[] mime = decoded(call.body());
        if (inFolder && !options.mimeIntoFolder()) {
            throw unreadable("MIME is not taken here.");
        }
        StoredMessage message = store(mailbox, folder, mime);
        message.draft(true);
        return Answer.json(201, MessageJson.of(message, call));
    }

    Answer importMime(Call call, Mailbox mailbox, MailFolder folder) {
        if (!call.header("content-type").startsWith("text/plain")) {
            throw new GraphError(415, "UnsupportedMediaType", "text/plain is expected.");
        }
        StoredMessage message = store(mailbox, folder, decoded(call.body()));
        if (options.importMimeKeepsDate()) {
            MimeText.first(message.headers(), "Received")
                    .map(text -> MimeText.date(text.substring(text.lastIndexOf(';') + 1)))
                    .ifPresent(message::received);
        }
        return Answer.json(201, MessageJson.of(message, call));
    }

    private static byte[] decoded(byte[] body) {
        byte[] mime;
        try {
            mime = Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw GraphError.bad("ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content.");
        }
        if (mime.length == 0) {
            throw unreadable("The body is empty.");
        }
        int line = 0;
        boolean header = true;
        for (int i = 0; i < mime.length; i++) {
            if (mime[i] == '\n') {
                if (i == 0 || mime[i - 1] != '\r') {
                    throw unreadable("A line ends with LF alone.");
                }
                header &= i - line > 1;
                line = i + 1;
            } else if (header && i - line > LONGEST_LINE) {
                throw unreadable("A header line is too long.");
            }
        }
        return mime;
    }

    private static GraphError unreadable(String why) {
        return GraphError.bad("UnableToDeserializePostBody", "were unable to deserialize the post body. " + why);
    }

    private StoredMessage store(Mailbox mailbox, MailFolder folder, byte[] mime) {
        StoredMessage message = Delivery.into(mailbox, folder, mime);
        if (options.headersAsProperties()) {
            message.headers().stream()
                    .filter(h -> h.name().toLowerCase(Locale.ROOT).startsWith("x-"))
                    .forEach(h -> message.properties().putIfAbsent(PropertyId.header(h.name()), h.value()));
        }
        return message;
    }

    private Answer json(Call call, Mailbox mailbox, MailFolder folder) {
        ObjectNode body = Json.read(call.body());
        Json.onlyKnown(body, "microsoft.graph.message", MESSAGE);
        check(body);
        ObjectNode fields = Json.object().put("isRead", false).put("importance", "normal");
        fields.set("flag", Json.object().put("flagStatus", "notFlagged"));
        fields.set("categories", Json.array());
        ObjectNode kept = body.deepCopy();
        // told on creation, these are passed over without a word
        kept.remove(List.of(
                "receivedDateTime",
                "sentDateTime",
                "isDraft",
                "internetMessageHeaders",
                "singleValueExtendedProperties",
                "attachments",
                "@odata.type"));
        fields.setAll(kept);
        StoredMessage message = mailbox.add(folder, fields, null);
        message.draft(true);
        body.path("attachments").forEach(a -> message.attachments().add(attaching.read(a, mailbox)));
        body.path("singleValueExtendedProperties").forEach(p -> onCreation(message, p));
        body.path("internetMessageHeaders")
                .forEach(h -> message.headers()
                        .add(new StoredMessage.Header(
                                h.path("name").asText(), h.path("value").asText())));
        return Answer.json(201, MessageJson.of(message, call));
    }

    private static void onCreation(StoredMessage message, JsonNode property) {
        String id = PropertyId.normal(property.path("id").asText());
        String value = property.path("value").asText();
        switch (id) {
            case PropertyId.FLAGS -> {
                int bits = number(value);
                message.draft((bits & 8) != 0);
                message.fields().put("isRead", (bits & 1) != 0);
            }
            case PropertyId.RECEIVED -> message.received(moment(value));
            case PropertyId.SENT -> message.sent(moment(value));
            case PropertyId.HEADERS -> {
                message.headers().addAll(MimeText.headers(value));
                message.properties().put(id, value);
            }
            default -> message.properties().put(id, value);
        }
    }

    private static int number(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw GraphError.bad("ErrorInvalidProperty", "Not an integer: " + value);
        }
    }

    private static Instant moment(String value) {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw GraphError.bad("ErrorInvalidProperty", "Not a time: " + value);
        }
    }

    private static void check(ObjectNode body) {
        if (body.path("subject").asText("").length() > 255) {
            throw GraphError.bad("ErrorPropertyValidationFailure", "The subject is longer than 255 characters.");
        }
        for (String name : List.of("toRecipients", "ccRecipients", "bccRecipients", "replyTo")) {
            body.path(name).forEach(CreateCalls::recipient);
        }
        for (String name : List.of("from", "sender")) {
            if (body.hasNonNull(name)) {
                recipient(body.get(name));
            }
        }
        if (body.path("attachments").size() > MOST_ATTACHMENTS) {
            throw GraphError.bad("ErrorAttachmentCountLimitExceeded", "At most 250 attachments are taken.");
        }
        JsonNode headers = body.path("internetMessageHeaders");
        if (headers.size() > 5) {
            throw GraphError.bad("InvalidInternetMessageHeaderCollection", "At most 5 headers can be given.");
        }
        for (JsonNode header : headers) {
            if (!header.path("name").asText().toLowerCase(Locale.ROOT).startsWith("x-")
                    || header.path("value").asText().length() > 995) {
                throw GraphError.bad(
                        "InvalidInternetMessageHeader",
                        "The internet message header name should start with 'x-' or 'X-'.");
            }
        }
        body.path("singleValueExtendedProperties").forEach(p -> {
            Json.onlyKnown(p, "singleValueLegacyExtendedProperty", Set.of("id", "value", "@odata.type"));
            PropertyId.normal(p.path("id").asText());
        });
    }

    private static void recipient(JsonNode recipient) {
        Json.onlyKnown(recipient, "microsoft.graph.recipient", Set.of("emailAddress", "@odata.type"));
        JsonNode address = recipient.get("emailAddress");
        if (address == null || address.path("address").asText("").isEmpty()) {
            throw GraphError.bad("ErrorInvalidRecipients", "At least one recipient is not valid.");
        }
        Json.onlyKnown(address, "microsoft.graph.emailAddress", ADDRESS);
    }

    Answer change(Call call, Mailbox mailbox, StoredMessage message) {
        ObjectNode body = Json.read(call.body());
        Json.onlyKnown(body, "microsoft.graph.message", MESSAGE);
        boolean more = body.properties().stream().anyMatch(p -> !ALWAYS.contains(p.getKey()));
        if (more && !message.draft()) {
            call.needs("Mail-Advanced.ReadWrite.All");
        }
        ObjectNode changes = body.deepCopy();
        // the draft bit is told once: to change it reports success and changes nothing
        changes.remove(List.of("isDraft", "receivedDateTime", "sentDateTime", "singleValueExtendedProperties"));
        changes.remove("@odata.type");
        message.fields().setAll(changes);
        body.path("singleValueExtendedProperties").forEach(p -> {
            String id = PropertyId.normal(p.path("id").asText());
            if (!Set.of(PropertyId.FLAGS, PropertyId.RECEIVED, PropertyId.SENT, PropertyId.SIZE)
                    .contains(id)) {
                message.properties().put(id, p.path("value").asText());
            }
        });
        message.touch(mailbox.now());
        return Answer.json(200, MessageJson.of(message, call));
    }
}
