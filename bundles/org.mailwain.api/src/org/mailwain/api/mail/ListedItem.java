package org.mailwain.api.mail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An item as a folder's listing names it.
 *
 * @param size bytes by the server's word, see {@link org.mailwain.api.provider.Traits#size()}; -1 unknown
 * @param received when the mailbox received it (INTERNALDATE), or null where the server has no believable date
 * @param placements folders in which the item stands besides the one listed (labels); mostly empty
 */
public record ListedItem(ItemId id, long size, Instant received, Flags flags, List<FolderPath> placements) {
    public ListedItem {
        Objects.requireNonNull(id);
        Objects.requireNonNull(flags);
        placements = List.copyOf(placements);
    }

    public ListedItem(ItemId id, long size, Instant received, Flags flags) {
        this(id, size, received, flags, List.of());
    }
}
