package org.mailwain.mail.internal.plain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;

/** A folder as one look showed it. No position lasts, so the mark is always 1. */
public final class PlainView {
    private static final Epoch ONLY = Epoch.of(1);
    private static final int HASH = 16;

    private final List<ListedItem> items;
    private final FolderStatus status;
    private Map<ItemId, ListedItem> byId;

    private PlainView(List<ListedItem> items) {
        this.items = items;
        this.status = new FolderStatus(ONLY, 1, items.size(), bytes(items), state(items));
    }

    public static PlainView of(List<ListedItem> items) {
        return new PlainView(List.copyOf(items));
    }

    private static long bytes(List<ListedItem> items) {
        return items.stream().anyMatch(item -> item.size() < 0)
                ? -1
                : items.stream().mapToLong(ListedItem::size).sum();
    }

    private static FolderState state(List<ListedItem> items) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ListedItem item : items) {
                digest.update(item.id().bytes());
                digest.update((" " + item.flags() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return new FolderState(items.size() + " " + HexFormat.of().formatHex(digest.digest(), 0, HASH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<ListedItem> items() {
        return items;
    }

    public FolderStatus status() {
        return status;
    }

    /** The item as it is now, or null where it has left. */
    ListedItem now(ItemId id) {
        if (byId == null) {
            byId = HashMap.newHashMap(items.size());
            items.forEach(item -> byId.put(item.id(), item));
        }
        return byId.get(id);
    }
}
