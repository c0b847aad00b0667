package org.mailwain.tck.memory;

import java.time.Instant;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ItemId;

/** One message under all its labels; its flags are the same everywhere. Guarded by its mailbox. */
final class GmailMessage {
    private final ItemId id;
    private final Content content;
    private final Instant received;
    private Flags flags;
    private long modified;

    GmailMessage(ItemId id, Content content, Instant received, Flags flags, long modified) {
        this.id = id;
        this.content = content;
        this.received = received;
        this.flags = flags;
        this.modified = modified;
    }

    ItemId id() {
        return id;
    }

    Content content() {
        return content;
    }

    Instant received() {
        return received;
    }

    Flags flags() {
        return flags;
    }

    long modified() {
        return modified;
    }

    void flags(Flags changed, long moment) {
        flags = changed;
        modified = moment;
    }

    /** Its labels changed. */
    void touched(long moment) {
        modified = moment;
    }
}
