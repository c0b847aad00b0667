package org.mailwain.simulator.graph.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailwain.simulator.graph.StoredMessage;

/** A message as Graph shows it. */
final class MessageJson {
    private static final Pattern EXPAND =
            Pattern.compile("singleValueExtendedProperties\\(\\$filter=(id eq '[^']*'(?: or id eq '[^']*')*)\\)");
    private static final Pattern ID = Pattern.compile("id eq '([^']*)'");
    private static final Set<String> SELECTABLE = Set.of(
            "id",
            "createdDateTime",
            "lastModifiedDateTime",
            "receivedDateTime",
            "sentDateTime",
            "hasAttachments",
            "internetMessageId",
            "internetMessageHeaders",
            "subject",
            "body",
            "bodyPreview",
            "importance",
            "parentFolderId",
            "isRead",
            "isDraft",
            "sender",
            "from",
            "toRecipients",
            "ccRecipients",
            "bccRecipients",
            "replyTo",
            "flag",
            "categories",
            "inferenceClassification");

    private MessageJson() {}

    static ObjectNode of(StoredMessage message, Call call) {
        List<String> select = call.query().select();
        for (String name : select) {
            if (!SELECTABLE.contains(name)) {
                throw GraphError.bad("BadRequest", "Could not find a property named '" + name + "' on type 'message'.");
            }
        }
        ObjectNode json = message.fields().deepCopy();
        json.put("createdDateTime", message.created().toString())
                .put("lastModifiedDateTime", message.modified().toString())
                .put("receivedDateTime", message.received().toString())
                .put(
                        "sentDateTime",
                        message.sent() == null ? null : message.sent().toString())
                .put("hasAttachments", !message.attachments().isEmpty())
                .put("isDraft", message.draft())
                .put("parentFolderId", message.folder().id());
        if (!select.isEmpty()) {
            json.retain(new HashSet<>(select));
        }
        if (call.query().selects("internetMessageHeaders")) {
            json.set("internetMessageHeaders", headers(message));
        }
        json.put("id", call.immutableIds() ? message.id() : message.movingId());
        expand(call.query().get("$expand"), message, json);
        return json;
    }

    private static ArrayNode headers(StoredMessage message) {
        ArrayNode all = Json.array();
        message.headers()
                .forEach(h -> all.add(Json.object().put("name", h.name()).put("value", h.value())));
        return all;
    }

    /** The ids of the extended properties that are asked for. */
    static List<String> expanded(String expand) {
        if (expand.isEmpty()) {
            return List.of();
        }
        Matcher matcher = EXPAND.matcher(expand);
        if (!matcher.matches()) {
            throw GraphError.bad("BadRequest", "Parsing OData Select and Expand failed: " + expand);
        }
        List<String> ids = new ArrayList<>();
        Matcher each = ID.matcher(matcher.group(1));
        while (each.find()) {
            ids.add(PropertyId.normal(each.group(1)));
        }
        return ids;
    }

    private static void expand(String expand, StoredMessage message, ObjectNode json) {
        ArrayNode found = Json.array();
        for (String id : expanded(expand)) {
            String value = property(message, id);
            if (value != null) {
                found.add(Json.object().put("id", id).put("value", value));
            }
        }
        if (!found.isEmpty()) {
            json.set("singleValueExtendedProperties", found);
        }
    }

    /** By normalised id; null where the message has no such property. */
    static String property(StoredMessage message, String id) {
        return switch (id) {
            case PropertyId.FLAGS -> Integer.toString((message.read() ? 1 : 0) | (message.draft() ? 8 : 0));
            case PropertyId.RECEIVED -> message.received().toString();
            case PropertyId.SENT -> text(message.sent());
            case PropertyId.SIZE -> Long.toString(message.size());
            default -> message.properties().get(id);
        };
    }

    private static String text(Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
