package org.mailwain.api.provider;

import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.ItemId;

/** What became of one appended item. */
public sealed interface Outcome {
    /**
     * Stands in the target folder.
     *
     * @param id null where the server did not say
     * @param position of the item, see {@link org.mailwain.api.mail.Mark#next()}; -1 unknown
     * @param size bytes by the target's word, -1 where it was not asked
     * @param less what the writer knows to be lost of it, null where nothing is
     */
    record Stored(ItemId id, long position, long size, Failure less) implements Outcome {
        /** As it was sent, as far as is known. */
        public Stored(ItemId id, long position, long size) {
            this(id, position, size, null);
        }
    }

    /** Does not stand there, by the server's word. For a batch, every item of it is refused alike. */
    record Refused(Failure failure) implements Outcome {}

    /** Was sent, wholly or partly, and no answer came, or one that cannot be trusted. Only settling ends this. */
    record Unknown(Failure failure) implements Outcome {}
}
