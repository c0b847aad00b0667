package org.mailwain.simulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A message as the mailbox keeps it. Guarded by its mailbox. */
public final class StoredMessage {
    /** A header line as it was given, unfolded. */
    public record Header(String name, String value) {}

    /** @param content decoded */
    public record Attachment(String id, String name, String type, boolean inline, String contentId, byte[] content) {}

    private final String id;
    private final Instant created;
    private final ObjectNode fields;
    private final byte[] mime;
    private final List<Header> headers = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private MailFolder folder;
    private Instant modified;
    private Instant received;
    private Instant sent;
    private boolean draft;
    private int moves;

    /**
     * @param fields what Graph shows of it and clients may change
     * @param mime as it was posted, null where it was made from JSON
     */
    StoredMessage(String id, MailFolder folder, Instant created, ObjectNode fields, byte[] mime) {
        this.id = id;
        this.folder = folder;
        this.created = created;
        this.modified = created;
        this.fields = fields;
        this.mime = mime;
    }

    /** The immutable id. */
    public String id() {
        return id;
    }

    /** The id of those who did not ask for immutable ones: another one after each move. */
    public String movingId() {
        return "AAMkAG" + id.substring(6) + "M" + moves;
    }

    public MailFolder folder() {
        return folder;
    }

    void move(MailFolder to, Instant now) {
        folder.remove(this);
        folder = to;
        moves++;
        modified = now;
        to.put(this);
    }

    public Instant created() {
        return created;
    }

    public Instant modified() {
        return modified;
    }

    public void touch(Instant now) {
        modified = now;
    }

    public Instant received() {
        return received;
    }

    public void received(Instant moment) {
        received = moment;
    }

    /** Null where nothing says so. */
    public Instant sent() {
        return sent;
    }

    public void sent(Instant moment) {
        sent = moment;
    }

    public boolean draft() {
        return draft;
    }

    /** Told once, when it is made: nothing changes it later. */
    public void draft(boolean unsent) {
        draft = unsent;
    }

    public ObjectNode fields() {
        return fields;
    }

    /** The bytes as they were posted; null for one made from JSON. */
    public byte[] mime() {
        return mime;
    }

    public List<Header> headers() {
        return headers;
    }

    /** Extended properties by normalised id. */
    public Map<String, String> properties() {
        return properties;
    }

    public List<Attachment> attachments() {
        return attachments;
    }

    public boolean read() {
        return fields.path("isRead").asBoolean();
    }

    public String subject() {
        return fields.path("subject").asText("");
    }

    /** The body's text as it was given, empty where the message is MIME. */
    public String body() {
        return fields.path("body").path("content").asText("");
    }

    /** Bytes that count against the mailbox. */
    public long size() {
        long parts = attachments.stream().mapToLong(a -> a.content().length).sum();
        return (mime != null ? mime.length : 500 + body().length()) + parts;
    }
}
