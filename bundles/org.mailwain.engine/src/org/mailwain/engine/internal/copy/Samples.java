package org.mailwain.engine.internal.copy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.body.StoredBody;
import org.mailwain.engine.internal.pass.Pair;

/**
 * Copies in one target folder that are read again: each with raw bytes in the header or with NUL, and where the target
 * did not tell flags and date of its copies, those that stand for the others: for each flag the first that has it, since
 * what a folder does with a flag it does with all; the first of all for dates; and each with an odd date.
 * Confined to the thread that writes.
 */
final class Samples {
    private static final Instant OLDEST = Instant.parse("1980-01-01T00:00:00Z");
    private static final int MOST = 10_000;

    private final Map<ItemId, Sample> all = new LinkedHashMap<>();
    private final Map<String, ItemId> byFlag = new HashMap<>();

    /**
     * What was sent, and what stands for it.
     *
     * @param raw lines of the header that was sent which hold bytes that are not ASCII
     * @param sha256 of what was sent, where every byte has to be looked at, else null
     */
    record Sample(Pair pair, ListedItem item, ItemId target, List<String> raw, byte[] sha256) {
        /** What part of the copy has to be read. */
        FetchRequest.Part part() {
            return sha256 == null ? FetchRequest.Part.HEADER : FetchRequest.Part.FULL;
        }

        /** How the copy differs from what was sent, or null where it does not: such servers keep the size. */
        Failure change(StoredBody copy) {
            if (!RawHeader.holds(copy, raw)) {
                return EngineFailure.HEADER_CHANGED.with();
            }
            return sha256 == null || Arrays.equals(sha256, copy.sha256()) ? null : EngineFailure.NUL_CHANGED.with();
        }
    }

    /** @param told whether flags and date of the copy were compared already */
    void add(Cargo cargo, ItemId target, boolean told) {
        ListedItem item = cargo.item();
        List<String> raw = RawHeader.lines(cargo.body());
        boolean nul = cargo.body().holdsNul();
        boolean wanted = (nul || !raw.isEmpty()) && all.size() < MOST;
        if (!told) {
            wanted |= all.isEmpty() || isOdd(item.received()) && all.size() < MOST;
            for (String flag : Losses.atoms(item.flags())) {
                wanted |= byFlag.putIfAbsent(flag, target) == null;
            }
        }
        if (wanted) {
            all.put(
                    target,
                    new Sample(
                            cargo.pair(), item, target, raw, nul ? cargo.body().sha256() : null));
        }
    }

    /** Servers change dates before their own beginnings, and those to come. */
    private static boolean isOdd(Instant received) {
        return received != null && (received.isBefore(OLDEST) || received.isAfter(Instant.now()));
    }

    List<Sample> all() {
        return new ArrayList<>(all.values());
    }
}
