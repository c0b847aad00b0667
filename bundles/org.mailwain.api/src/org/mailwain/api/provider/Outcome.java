package org.mailwain.api.provider;

import java.time.Instant;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ItemId;

/** What became of one appended item. */
public sealed interface Outcome {
    /**
     * Stands in the target folder.
     *
     * @param id null where the server did not say
     * @param position of the item, see {@link org.mailwain.api.mail.Mark#next()}; -1 unknown
     * @param seen what the target tells of the copy
     * @param less what the writer knows to be lost of it, null where nothing is
     */
    record Stored(ItemId id, long position, Seen seen, Failure less) implements Outcome {
        /** As it was sent, as far as is known. @param size as in {@link Seen} */
        public Stored(ItemId id, long position, long size) {
            this(id, position, size < 0 ? Seen.NOTHING : new Seen(size, null, null, null), null);
        }
    }

    /**
     * What a target tells of a copy after its OK, which is no proof. Whatever it was not asked for is unknown.
     *
     * @param size bytes, see {@link Traits#size()}; -1 unknown
     * @param flags null unknown
     * @param received INTERNALDATE, null unknown
     * @param header the fields that tell one message from another, null unknown
     */
    record Seen(long size, Flags flags, Instant received, HeaderIdentity header) {
        public static final Seen NOTHING = new Seen(-1, null, null, null);
    }

    /** Does not stand there, by the server's word. For a batch, every item of it is refused alike. */
    record Refused(Failure failure) implements Outcome {}

    /** Was sent, wholly or partly, and no answer came, or one that cannot be trusted. Only settling ends this. */
    record Unknown(Failure failure) implements Outcome {}
}
