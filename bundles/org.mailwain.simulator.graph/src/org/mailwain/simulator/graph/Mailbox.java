package org.mailwain.simulator.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.mailwain.simulator.graph.internal.Delivery;

/** Folders and messages of one user. Every method locks the mailbox; whoever makes several steps locks it around them. */
public final class Mailbox {
    private static final AtomicLong IDS = new AtomicLong();
    /** Well-known names and the names in English. */
    private static final Map<String, String> KNOWN = Map.of(
            "inbox", "Inbox",
            "sentitems", "Sent Items",
            "drafts", "Drafts",
            "deleteditems", "Deleted Items",
            "junkemail", "Junk Email",
            "archive", "Archive",
            "outbox", "Outbox",
            "conversationhistory", "Conversation History");

    private final Clock clock;
    private final Map<String, MailFolder> folders = new LinkedHashMap<>();
    private final Map<String, String> wellKnown = new HashMap<>();
    private final Map<String, StoredMessage> messages = new HashMap<>();
    private final MailFolder root;

    Mailbox(Clock clock) {
        this.clock = clock;
        root = new MailFolder(newId("root"), null, "Top of Information Store", false, false);
        folders.put(root.id(), root);
        wellKnown.put("msgfolderroot", root.id());
        KNOWN.keySet().stream().sorted().forEach(name -> {
            MailFolder made = create(root, KNOWN.get(name), false);
            wellKnown.put(name, made.id());
        });
        MailFolder unread = new MailFolder(newId("search"), root, "Unread Mail", true, true);
        folders.put(unread.id(), unread);
    }

    private static String newId(String what) {
        String text = "%s-%012d-%s".formatted(what, IDS.incrementAndGet(), "0123456789abcdef".repeat(5));
        return "AAkALg"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The tree's top, which holds no messages. */
    public MailFolder root() {
        return root;
    }

    public synchronized List<MailFolder> folders() {
        return new ArrayList<>(folders.values());
    }

    /** By id or well-known name; null where there is none. */
    public synchronized MailFolder folder(String id) {
        MailFolder byId = folders.get(id);
        String known = byId == null ? wellKnown.get(id.toLowerCase(Locale.ROOT)) : null;
        return known == null ? byId : folders.get(known);
    }

    /** By its names from the top, without regard to case; null where there is none. */
    public synchronized MailFolder at(List<String> names) {
        MailFolder at = root;
        for (String name : names) {
            MailFolder parent = at;
            at = children(parent).stream()
                    .filter(f -> f.name().equalsIgnoreCase(name))
                    .findFirst()
                    .orElse(null);
            if (at == null) {
                return null;
            }
        }
        return at;
    }

    public synchronized List<MailFolder> children(MailFolder parent) {
        return folders.values().stream().filter(f -> f.parent() == parent).toList();
    }

    /** @return null where the name is taken, whatever its case */
    public synchronized MailFolder create(MailFolder parent, String name, boolean hidden) {
        if (children(parent).stream().anyMatch(f -> f.name().equalsIgnoreCase(name))) {
            return null;
        }
        MailFolder made = new MailFolder(newId("folder"), parent, name, hidden, false);
        folders.put(made.id(), made);
        return made;
    }

    /** Makes those that are missing. */
    public synchronized MailFolder ensure(List<String> names) {
        MailFolder at = root;
        for (String name : names) {
            MailFolder there = at(pathOf(at, name));
            at = there != null ? there : create(at, name, false);
        }
        return at;
    }

    private static List<String> pathOf(MailFolder parent, String name) {
        List<String> names = new ArrayList<>();
        for (MailFolder f = parent; f.parent() != null; f = f.parent()) {
            names.addFirst(f.name());
        }
        names.add(name);
        return names;
    }

    public synchronized void delete(MailFolder folder) {
        children(folder).forEach(this::delete);
        folder.messages().forEach(this::remove);
        folders.remove(folder.id());
    }

    /** @param mime null for one made from JSON */
    public synchronized StoredMessage add(MailFolder folder, ObjectNode fields, byte[] mime) {
        Instant now = now();
        StoredMessage message = new StoredMessage(newId("message"), folder, now, fields, mime);
        message.received(now);
        folder.put(message);
        messages.put(message.id(), message);
        return message;
    }

    /** Somebody sends a message, as mail comes in. */
    public synchronized StoredMessage deliver(MailFolder folder, byte[] mime, Instant received) {
        StoredMessage message = Delivery.into(this, folder, mime);
        message.received(received);
        return message;
    }

    /** By either kind of id; null where there is none. */
    public synchronized StoredMessage message(String id) {
        StoredMessage byId = messages.get(id);
        int mark = id.lastIndexOf('M');
        if (byId != null || !id.startsWith("AAMkAG") || mark < 6) {
            return byId;
        }
        StoredMessage moving = messages.get("AAkALg" + id.substring(6, mark));
        return moving != null && moving.movingId().equals(id) ? moving : null;
    }

    public synchronized void move(StoredMessage message, MailFolder to) {
        message.move(to, now());
    }

    public synchronized void remove(StoredMessage message) {
        message.folder().remove(message);
        messages.remove(message.id());
    }

    public String newPartId() {
        return newId("part");
    }

    /** To the second, as the service keeps it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public synchronized long size() {
        return folders.values().stream()
                .flatMap(f -> f.messages().stream())
                .mapToLong(StoredMessage::size)
                .sum();
    }
}
