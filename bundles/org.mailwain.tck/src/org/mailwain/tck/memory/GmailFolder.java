package org.mailwain.tck.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.SpecialUse;

/** A label as a folder: messages that stand elsewhere too, under UIDs of its own. Guarded by its mailbox. */
final class GmailFolder {
    private final Set<SpecialUse> uses;
    private final NavigableMap<Long, GmailMessage> byUid = new TreeMap<>();
    private final Map<ItemId, Long> uids = new HashMap<>();
    private long validity;
    private long next = 1;
    private long modified = 1;

    GmailFolder(long validity, Set<SpecialUse> uses) {
        this.validity = validity;
        this.uses = uses;
    }

    boolean is(SpecialUse use) {
        return uses.contains(use);
    }

    boolean holds(GmailMessage message) {
        return uids.containsKey(message.id());
    }

    void add(GmailMessage message, long moment) {
        if (!holds(message)) {
            byUid.put(next, message);
            uids.put(message.id(), next++);
            modified = moment;
        }
    }

    void remove(GmailMessage message) {
        byUid.remove(uids.remove(message.id()));
    }

    void touched(long moment) {
        modified = moment;
    }

    void renew(long newValidity) {
        List<GmailMessage> all = List.copyOf(byUid.values());
        byUid.clear();
        uids.clear();
        next = 1;
        validity = newValidity;
        all.forEach(message -> add(message, modified));
    }

    List<MemoryMessage> from(long uid) {
        return byUid.tailMap(uid, true).entrySet().stream()
                .map(e -> seen(e.getKey(), e.getValue()))
                .toList();
    }

    Optional<GmailMessage> find(ItemId id) {
        return Optional.ofNullable(uids.get(id)).map(byUid::get);
    }

    MemoryMessage seen(GmailMessage message) {
        return seen(uids.get(message.id()), message);
    }

    private static MemoryMessage seen(long uid, GmailMessage message) {
        return new MemoryMessage(
                message.id(),
                uid,
                message.modified(),
                message.flags(),
                message.received(),
                message.content(),
                Optional.empty());
    }

    Epoch epoch() {
        return Epoch.of(validity);
    }

    FolderStatus status() {
        String state = "%d %d %d %d".formatted(validity, next, byUid.size(), modified);
        return new FolderStatus(epoch(), next, byUid.size(), -1, new FolderState(state));
    }

    Folder listed(FolderPath path) {
        return new Folder(path, uses, true, true, status());
    }
}
