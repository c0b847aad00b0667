package org.mailwain.tck.memory;

import java.time.Instant;
import java.util.Optional;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.AppendKey;

/**
 * A message as it stands in a folder.
 *
 * @param position its number in the folder; the UID of an IMAP-like mailbox
 * @param modified counter of the mailbox at its last change
 * @param key ours, where the mailbox keeps keys
 */
public record MemoryMessage(
        ItemId id,
        long position,
        long modified,
        Flags flags,
        Instant received,
        Content content,
        Optional<AppendKey> key) {
    MemoryMessage with(Flags changed, long moment) {
        return new MemoryMessage(id, position, moment, changed, received, content, key);
    }
}
