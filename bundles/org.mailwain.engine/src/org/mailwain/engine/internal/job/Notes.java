package org.mailwain.engine.internal.job;

import java.time.Instant;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.ledger.ItemNote;

/** Makes {@link ItemNote}s. */
public final class Notes {
    private Notes() {}

    /** Of an item whose header was not read. */
    public static ItemNote bare(Failure failure, Instant received) {
        return new ItemNote(failure, "", "", "", received, "", Optional.empty(), Optional.empty());
    }

    /** @param header the message, or its beginning */
    public static ItemNote of(Failure failure, Instant received, byte[] header) {
        return of(failure, received, header, null, null);
    }

    /**
     * @param original where the original is kept, or null
     * @param repair rules that touched the item, or null
     */
    public static ItemNote of(Failure failure, Instant received, byte[] header, String original, String repair) {
        HeaderText text = new HeaderText(header);
        return new ItemNote(
                failure,
                text.field("Subject", 250),
                text.field("From", 250),
                text.field("Date", 100),
                received,
                text.field("Message-ID", 250),
                Optional.ofNullable(original),
                Optional.ofNullable(repair));
    }
}
