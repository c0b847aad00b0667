package org.mailwain.ledger;

import java.time.Instant;
import java.util.List;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.AppendKey;

/**
 * What is about to be appended: written before the first byte goes out, gone once every item has a result.
 *
 * @param number unique in the ledger, rising
 * @param fence under which it was written
 * @param mark of the target folder when it was written: whatever of it arrives, stands at or after it
 * @param attempt from 1
 */
public record Intent(
        long number,
        long fence,
        FolderPath source,
        FolderPath target,
        Mark mark,
        int attempt,
        Instant at,
        List<Item> items) {
    public Intent {
        items = List.copyOf(items);
    }

    /** @param sha256 of the bytes that go out, 32 of them */
    public record Item(ItemId id, long size, Fingerprint fingerprint, AppendKey key, byte[] sha256) {}
}
