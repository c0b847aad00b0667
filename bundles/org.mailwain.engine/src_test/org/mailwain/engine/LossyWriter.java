package org.mailwain.engine;

import java.time.Instant;
import java.util.Set;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.provider.AppendItem;
import org.mailwain.api.provider.MailboxWriter;

/** A target that keeps no keywords, and turns dates to come into its own now. */
final class LossyWriter extends PassingWriter {
    private final Instant now;

    LossyWriter(MailboxWriter real, Instant now) {
        super(real);
        this.now = now;
    }

    @Override
    protected AppendItem changed(AppendItem item) {
        Flags flags = Flags.of(item.flags().system(), Set.of());
        Instant received = item.received() != null && item.received().isAfter(now) ? now : item.received();
        return new AppendItem(item.key(), flags, received, item.body());
    }
}
