package org.mailwain.engine.internal.copy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.engine.EngineFailure;

/** What a copy lacks of the flags and the date that were sent with it. */
final class Losses {
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private Losses() {}

    /**
     * @param flags that stand there, null where they are unknown
     * @param received the date that stands there, null where it is unknown
     * @return null where nothing is known to be lost
     */
    static Failure of(ListedItem sent, Flags flags, Instant received) {
        if (flags != null && !missing(sent, flags).isEmpty()) {
            return EngineFailure.FLAGS_LESS.with(sent.flags(), flags);
        }
        return dateDiffers(sent, received) ? EngineFailure.DATE_CHANGED.with(sent.received(), received) : null;
    }

    static Set<String> missing(ListedItem sent, Flags flags) {
        if (flags.equals(sent.flags())) {
            return Set.of();
        }
        Set<String> missing = atoms(sent.flags());
        missing.removeAll(atoms(flags));
        return missing;
    }

    static boolean dateDiffers(ListedItem sent, Instant received) {
        return sent.received() != null
                && received != null
                && Duration.between(sent.received(), received).abs().compareTo(TOLERANCE) > 0;
    }

    /** Names of flags, so that they can be compared. */
    static Set<String> atoms(Flags flags) {
        Set<String> atoms = new TreeSet<>();
        for (SystemFlag flag : SystemFlag.values()) {
            if (flags.has(flag)) {
                atoms.add(flag.atom());
            }
        }
        flags.keywords().forEach(keyword -> atoms.add(keyword.toLowerCase(Locale.ROOT)));
        return atoms;
    }
}
