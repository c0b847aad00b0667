package org.mailwain.simulator.graph;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A folder of a {@link Mailbox}, guarded by it. */
public final class MailFolder {
    private final String id;
    private final MailFolder parent;
    private final String name;
    private final boolean hidden;
    private final boolean search;
    private final Map<String, StoredMessage> messages = new LinkedHashMap<>();

    MailFolder(String id, MailFolder parent, String name, boolean hidden, boolean search) {
        this.id = id;
        this.parent = parent;
        this.name = name;
        this.hidden = hidden;
        this.search = search;
    }

    public String id() {
        return id;
    }

    /** Null at the root. */
    public MailFolder parent() {
        return parent;
    }

    public String name() {
        return name;
    }

    public boolean hidden() {
        return hidden;
    }

    /** Whether it shows messages of other folders and takes none. */
    public boolean search() {
        return search;
    }

    /** In the order in which they came. */
    public List<StoredMessage> messages() {
        return List.copyOf(messages.values());
    }

    int count() {
        return messages.size();
    }

    void put(StoredMessage message) {
        messages.put(message.id(), message);
    }

    void remove(StoredMessage message) {
        messages.remove(message.id());
    }
}
