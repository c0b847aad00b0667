package org.mailwain.engine.internal.pass;

import java.util.Set;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ListedItem;

/**
 * Where an item is kept that stands in several source folders (labels).
 *
 * @param siblings source folders that go into the same target folder before the one listed
 * @param taking source folders that take part
 */
public record Elsewhere(Set<FolderPath> siblings, Set<FolderPath> taking) {
    public Elsewhere {
        siblings = Set.copyOf(siblings);
        taking = Set.copyOf(taking);
    }

    /** The folder that the source prefers, or by which it is on its way to the same target folder; null for here. */
    public FolderPath of(ListedItem item) {
        for (FolderPath preferred : item.preferred()) {
            if (taking.contains(preferred)) {
                return preferred;
            }
        }
        for (FolderPath placement : item.placements()) {
            if (siblings.contains(placement)) {
                return placement;
            }
        }
        return null;
    }
}
