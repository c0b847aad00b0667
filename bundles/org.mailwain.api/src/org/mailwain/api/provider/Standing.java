package org.mailwain.api.provider;

import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ListedItem;

/**
 * An item that stands in a target folder, with what is needed to recognise it.
 *
 * @param position see {@link org.mailwain.api.mail.Mark#next()}
 * @param identity by its header; null only where a key is there
 * @param key ours, where the writer keeps keys
 * @param less what the target keeps less of it, if it is ours and the target can say so; else null
 */
public record Standing(ListedItem item, long position, HeaderIdentity identity, Optional<AppendKey> key, Failure less) {
    public Standing(ListedItem item, long position, HeaderIdentity identity, Optional<AppendKey> key) {
        this(item, position, identity, key, null);
    }
}
