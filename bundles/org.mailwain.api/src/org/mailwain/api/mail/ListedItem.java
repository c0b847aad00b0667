package org.mailwain.api.mail;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An item as a folder's listing names it.
 *
 * @param size bytes by the server's word, see {@link org.mailwain.api.provider.Traits#size()}; -1 unknown
 * @param received when the mailbox received it (INTERNALDATE), or null where the server has no believable date
 * @param placements folders in which the item stands besides the one listed (labels), with the same id and content;
 *     mostly empty
 * @param preferred those of the placements that go before the folder listed, the first of them first: where one takes
 *     part in the migration, the item is kept there and not here. Mostly empty: it is kept in each
 */
public record ListedItem(
        ItemId id, long size, Instant received, Flags flags, List<FolderPath> placements, List<FolderPath> preferred) {
    public ListedItem {
        Objects.requireNonNull(id);
        Objects.requireNonNull(flags);
        placements = List.copyOf(placements);
        preferred = List.copyOf(preferred);
    }

    public ListedItem(ItemId id, long size, Instant received, Flags flags, List<FolderPath> placements) {
        this(id, size, received, flags, placements, List.of());
    }

    public ListedItem(ItemId id, long size, Instant received, Flags flags) {
        this(id, size, received, flags, List.of(), List.of());
    }
}
