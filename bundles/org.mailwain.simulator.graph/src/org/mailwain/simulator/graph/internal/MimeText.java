package org.mailwain.simulator.graph.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.mailwain.simulator.graph.StoredMessage;

/** Between MIME and what Graph keeps of it. */
final class MimeText {
    private static final byte[] LINE = {'\r', '\n'};

    private MimeText() {}

    /** The header's lines, unfolded; what is no header line is left out. */
    static List<StoredMessage.Header> headers(String text) {
        List<StoredMessage.Header> all = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String next : text.split("\r\n", -1)) {
            if (!next.isEmpty() && (next.charAt(0) == ' ' || next.charAt(0) == '\t')) {
                line.append(' ').append(next.strip());
                continue;
            }
            add(line, all);
            line.setLength(0);
            if (next.isEmpty()) {
                break;
            }
            line.append(next);
        }
        add(line, all);
        return all;
    }

    private static void add(StringBuilder line, List<StoredMessage.Header> all) {
        int colon = line.indexOf(":");
        if (colon > 0) {
            all.add(new StoredMessage.Header(
                    line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
        }
    }

    static Optional<String> first(List<StoredMessage.Header> headers, String name) {
        return headers.stream()
                .filter(h -> h.name().equalsIgnoreCase(name))
                .map(StoredMessage.Header::value)
                .findFirst();
    }

    /** What is shown of a message that came as MIME. */
    static ObjectNode fields(List<StoredMessage.Header> headers) {
        ObjectNode fields = Json.object()
                .put(
                        "subject",
                        DecoderUtil.decodeEncodedWords(first(headers, "Subject").orElse(""), DecodeMonitor.SILENT))
                .put("internetMessageId", first(headers, "Message-ID").orElse(null))
                .put("isRead", false)
                .put("importance", "normal");
        fields.set("flag", Json.object().put("flagStatus", "notFlagged"));
        fields.set("categories", Json.array());
        List<ObjectNode> from = recipients(first(headers, "From").orElse(""));
        if (!from.isEmpty()) {
            fields.set("from", from.getFirst());
        }
        for (String name : List.of("To", "Cc", "Bcc")) {
            var all = Json.array();
            recipients(first(headers, name).orElse("")).forEach(all::add);
            fields.set(name.toLowerCase(Locale.ROOT) + "Recipients", all);
        }
        return fields;
    }

    private static List<ObjectNode> recipients(String text) {
        List<ObjectNode> all = new ArrayList<>();
        MailboxList parsed = LenientAddressParser.DEFAULT.parseAddressList(text).flatten();
        for (Mailbox mailbox : parsed) {
            ObjectNode address = Json.object()
                    .put("name", mailbox.getName() == null ? mailbox.getAddress() : mailbox.getName())
                    .put("address", mailbox.getAddress());
            all.add(Json.object().set("emailAddress", address));
        }
        return all;
    }

    /** Null where the text is no date. */
    static Instant date(String text) {
        try {
            String plain = text.replaceAll("\\(.*", "").strip();
            return ZonedDateTime.parse(plain, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** What is served as MIME: the bytes that came, or a message written from what is kept. */
    static byte[] of(StoredMessage message) {
        if (message.mime() != null) {
            return message.mime();
        }
        StringBuilder text = new StringBuilder();
        for (StoredMessage.Header header : message.headers()) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (!name.startsWith("content-") && !name.equals("mime-version")) {
                text.append(header.name()).append(": ").append(header.value()).append("\r\n");
            }
        }
        if (message.headers().isEmpty()) {
            text.append(written(message));
        }
        text.append("MIME-Version: 1.0\r\n");
        boolean html =
                message.fields().path("body").path("contentType").asText().equalsIgnoreCase("html");
        String body = "Content-Type: text/" + (html ? "html" : "plain") + "; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n"
                + base64(message.body().getBytes(StandardCharsets.UTF_8));
        if (message.attachments().isEmpty()) {
            return text.append(body).toString().getBytes(StandardCharsets.UTF_8);
        }
        String boundary = "=_" + message.id().substring(10, 40);
        text.append("Content-Type: multipart/mixed; boundary=\"")
                .append(boundary)
                .append("\"\r\n\r\n");
        text.append("--").append(boundary).append("\r\n").append(body);
        for (StoredMessage.Attachment attachment : message.attachments()) {
            text.append("--").append(boundary).append("\r\nContent-Type: ").append(attachment.type());
            text.append("\r\nContent-Transfer-Encoding: base64\r\n\r\n").append(base64(attachment.content()));
        }
        return text.append("--").append(boundary).append("--\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String written(StoredMessage message) {
        StringBuilder text = new StringBuilder();
        String id = message.fields().path("internetMessageId").asText("");
        if (!id.isEmpty()) {
            text.append("Message-ID: ").append(id).append("\r\n");
        }
        if (message.sent() != null) {
            text.append("Date: ")
                    .append(DateTimeFormatter.RFC_1123_DATE_TIME.format(
                            message.sent().atOffset(ZoneOffset.UTC)))
                    .append("\r\n");
        }
        return text.append("Subject: ").append(message.subject()).append("\r\n").toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getMimeEncoder(76, LINE).encodeToString(bytes) + "\r\n";
    }
}
