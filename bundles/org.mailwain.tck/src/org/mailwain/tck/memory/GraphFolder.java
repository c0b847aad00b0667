package org.mailwain.tck.memory;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.SpecialUse;

/** A folder with an id and messages by the moment of their creation. Guarded by its mailbox. */
final class GraphFolder {
    private final FolderPath path;
    private final Optional<SpecialUse> use;
    private final SequencedMap<ItemId, MemoryMessage> messages = new LinkedHashMap<>();
    private final TreeMap<Long, ItemId> vanished = new TreeMap<>();
    private String id;
    private long modified = 1;

    GraphFolder(FolderPath path, String id, Optional<SpecialUse> use) {
        this.path = path;
        this.id = id;
        this.use = use;
    }

    /** As it was first written. */
    FolderPath path() {
        return path;
    }

    Collection<MemoryMessage> messages() {
        return messages.values();
    }

    long lastPosition() {
        return messages.isEmpty() ? 0 : messages.lastEntry().getValue().position();
    }

    long touch() {
        return ++modified;
    }

    /** Late arrivals are created when they arrive, so this stays in the order of creation. */
    void add(MemoryMessage message) {
        messages.put(message.id(), message);
    }

    Optional<MemoryMessage> find(ItemId item) {
        return Optional.ofNullable(messages.get(item));
    }

    void replace(MemoryMessage changed) {
        messages.put(changed.id(), changed);
    }

    boolean remove(ItemId item) {
        boolean removed = messages.remove(item) != null;
        if (removed) {
            vanished.put(touch(), item);
        }
        return removed;
    }

    List<ItemId> vanishedSince(long moment) {
        return List.copyOf(vanished.tailMap(moment, false).values());
    }

    /** The folder was removed and made again; its messages are copies with other moments of creation. */
    void renew(String newId) {
        id = newId;
        modified++;
        vanished.clear();
    }

    Epoch epoch() {
        return new Epoch(id);
    }

    /** @param now smallest moment that a new message can be created at */
    FolderStatus status(long now) {
        return new FolderStatus(epoch(), now, messages.size(), -1, new FolderState(id + " " + modified));
    }

    Folder listed(long now) {
        return new Folder(path, use.stream().collect(Collectors.toSet()), true, true, status(now));
    }
}
