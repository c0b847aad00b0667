package org.mailwain.tck.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.AppendKey;

/** A folder with UIDs. Guarded by its mailbox. */
final class MemoryFolder {
    private final EnumSet<SpecialUse> uses = EnumSet.noneOf(SpecialUse.class);
    private final NavigableMap<Long, MemoryMessage> messages = new TreeMap<>();
    private final NavigableMap<Long, ItemId> vanished = new TreeMap<>();
    private final boolean selectable;
    private boolean subscribed;
    private long validity;
    private long next = 1;
    private long modified = 1;
    private long bytes;

    MemoryFolder(long validity, boolean selectable, Set<SpecialUse> uses, boolean subscribed) {
        this.validity = validity;
        this.selectable = selectable;
        this.uses.addAll(uses);
        this.subscribed = subscribed;
    }

    boolean selectable() {
        return selectable;
    }

    Folder listed(FolderPath path) {
        return new Folder(path, uses, selectable, subscribed, selectable ? status(true) : null);
    }

    MemoryMessage add(Content content, Flags flags, Instant received, Optional<AppendKey> key) {
        MemoryMessage message =
                new MemoryMessage(ItemId.ofNumber(next), next, ++modified, flags, received, content, key);
        messages.put(next++, message);
        bytes += content.size();
        return message;
    }

    /** One that is equal to the content, for servers that merge. */
    Optional<MemoryMessage> equalTo(Content content) {
        byte[] sought = content.bytes();
        return messages.values().stream()
                .filter(m -> m.content().size() == sought.length
                        && Arrays.equals(m.content().bytes(), sought))
                .findFirst();
    }

    MemoryMessage get(ItemId id) {
        return id.bytes().length == 4 ? messages.get(id.number()) : null;
    }

    NavigableMap<Long, MemoryMessage> messages() {
        return messages;
    }

    void flags(MemoryMessage message, Flags flags) {
        if (!message.flags().equals(flags)) {
            messages.put(message.position(), message.with(flags, ++modified));
        }
    }

    boolean remove(ItemId id) {
        MemoryMessage gone = get(id);
        if (gone == null) {
            return false;
        }
        messages.remove(gone.position());
        bytes -= gone.content().size();
        vanished.put(++modified, id);
        return true;
    }

    /** New numbers for everything, from 1. */
    void renew(long newValidity) {
        List<MemoryMessage> all = new ArrayList<>(messages.values());
        messages.clear();
        vanished.clear();
        bytes = 0;
        next = 1;
        validity = newValidity;
        all.forEach(m -> add(m.content(), m.flags(), m.received(), m.key()));
    }

    List<MemoryMessage> changedSince(long moment) {
        return messages.values().stream().filter(m -> m.modified() > moment).toList();
    }

    List<ItemId> vanishedSince(long moment) {
        return List.copyOf(vanished.tailMap(moment, false).values());
    }

    Epoch epoch() {
        return Epoch.of(validity);
    }

    FolderStatus status(boolean condstore) {
        String state = "%d %d %d %d".formatted(validity, next, messages.size(), condstore ? modified : 0);
        return new FolderStatus(epoch(), next, messages.size(), bytes, new FolderState(state));
    }

    /**
     * The counter of changes tells all. Without it flags are not seen, and what came and went shows in the numbers:
     * nothing went where the count grew by as much as the next number.
     */
    static Growth compare(FolderState before, FolderState now) {
        if (before.value().isEmpty() || now.value().isEmpty()) {
            return Growth.LIST_AGAIN;
        }
        long[] then = numbers(before);
        long[] today = numbers(now);
        if (then[0] != today[0]) {
            return Growth.LIST_AGAIN;
        }
        if (then[3] != today[3]) {
            return Growth.LIST_AGAIN;
        }
        long came = today[1] - then[1];
        if (came < 0 || came != today[2] - then[2]) {
            return Growth.LIST_AGAIN;
        }
        return came == 0 ? Growth.SAME : Growth.GROWN;
    }

    static long[] numbers(FolderState state) {
        return Arrays.stream(state.value().split(" "))
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
