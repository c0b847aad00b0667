package org.mailwain.engine.internal.recognise;

import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.Standing;

/**
 * An item of the target that may stand for one of the source.
 *
 * @param strong whether its header alone can tell it from others
 * @param less what the target keeps less of it, or null
 */
public record Sighting(
        ItemId id,
        long position,
        long size,
        Fingerprint fingerprint,
        boolean strong,
        Optional<AppendKey> key,
        Failure less) {
    /** Fewer fields do not tell one message from another. */
    public static final int LEAST_STRENGTH = 3;

    private static final Fingerprint NONE = new Fingerprint(0, 0);

    public static Sighting of(Standing standing) {
        boolean known = standing.identity() != null;
        return new Sighting(
                standing.item().id(),
                standing.position(),
                standing.item().size(),
                known ? standing.identity().fingerprint() : NONE,
                known && standing.identity().strength() >= LEAST_STRENGTH,
                standing.key(),
                standing.less());
    }
}
