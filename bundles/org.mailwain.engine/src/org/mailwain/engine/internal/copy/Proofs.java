package org.mailwain.engine.internal.copy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.Traits;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.pass.Pair;

/**
 * What shows that the copies in one target folder are what was sent, for each source folder. Estimated sizes count for
 * no more than presence until the end of the pass, when those of the first items are judged too: a run may die before.
 * Confined to the thread that writes.
 */
final class Proofs {
    private final Band band = new Band();
    private final Map<FolderPath, Set<CopyProof>> found = new HashMap<>();
    private final Set<FolderPath> estimated = new HashSet<>();
    private boolean judged;

    /** An append was answered. @return how the copy differs from what was sent, or null where nothing shows that */
    Failure stored(Traits traits, Cargo cargo, Outcome.Stored stored) {
        Pair pair = cargo.pair();
        Outcome.Seen seen = stored.seen();
        if (stored.id() == null) {
            add(pair.path(), Set.of(CopyProof.WORD));
            return null;
        }
        if (seen.header() != null) {
            add(pair.path(), Set.of(CopyProof.HEADER));
            if (!seen.header().fingerprint().equals(cargo.outgoing())) {
                return EngineFailure.HEADER_CHANGED.with();
            }
        }
        if (seen.size() < 0) {
            add(pair.path(), Set.of(CopyProof.PRESENCE));
            return null;
        }
        return told(traits, pair.path(), pair, cargo.item().id(), cargo.body().size(), seen.size());
    }

    /**
     * A copy was found on the target by its header.
     *
     * @param pair null where the source folder takes no part in this pass: its estimated sizes tell nothing
     * @return how it differs from what was sent, or null as above
     */
    Failure found(Traits traits, Fate fate, Pair pair, long size) {
        if (traits.size() == Traits.Fidelity.EXACT) {
            return told(
                    traits, fate.ledger().source(), null, fate.id(), fate.item().size(), size);
        }
        add(fate.ledger().source(), Set.of(CopyProof.HEADER));
        return pair == null || size < 0
                ? null
                : told(traits, pair.path(), pair, fate.id(), fate.item().size(), size);
    }

    private Failure told(Traits traits, FolderPath source, Pair pair, ItemId item, long sent, long size) {
        boolean odd;
        if (traits.size() == Traits.Fidelity.EXACT) {
            add(source, Set.of(CopyProof.SIZE));
            odd = size != sent;
        } else {
            estimated.add(source);
            odd = band.isOdd(pair, item, sent, size);
        }
        return odd ? EngineFailure.CHANGED.with(new Argument.Size(sent), new Argument.Size(size)) : null;
    }

    void add(FolderPath source, Set<CopyProof> proofs) {
        found.computeIfAbsent(source, s -> EnumSet.noneOf(CopyProof.class)).addAll(proofs);
    }

    /** Ends the pass. @return those of the first items whose estimated size is odd */
    List<Band.Told> judge() {
        List<Band.Told> odd = band.oddOfFirst();
        judged = true;
        return odd;
    }

    /** Whether more is known of the pair's copies since {@link #judge}. */
    boolean isJudged(Pair pair) {
        return judged && band.isLearnt() && estimated.contains(pair.path());
    }

    /** With those of earlier passes. */
    Set<CopyProof> of(Pair pair) {
        Set<CopyProof> all = EnumSet.noneOf(CopyProof.class);
        all.addAll(pair.provenBefore());
        all.addAll(found.getOrDefault(pair.path(), Set.of()));
        if (estimated.contains(pair.path())) {
            all.add(judged && band.isLearnt() ? CopyProof.SIZE_BAND : CopyProof.PRESENCE);
        }
        return all;
    }
}
