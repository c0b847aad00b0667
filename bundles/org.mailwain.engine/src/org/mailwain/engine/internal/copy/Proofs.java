package org.mailwain.engine.internal.copy;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.Traits;
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

    /** An append was answered. @return the size to be compared with what was sent, -1 where it says nothing */
    long stored(Traits traits, Cargo cargo, Outcome.Stored stored) {
        if (stored.id() == null) {
            return add(cargo.pair(), CopyProof.WORD);
        }
        return stored.size() < 0
                ? add(cargo.pair(), CopyProof.PRESENCE)
                : told(traits, cargo.pair(), cargo.item().id(), cargo.body().size(), stored.size());
    }

    private long told(Traits traits, Pair pair, ItemId item, long sent, long size) {
        if (traits.size() == Traits.Fidelity.EXACT) {
            add(pair, CopyProof.SIZE);
            return size;
        }
        estimated.add(pair.path());
        return band.isOdd(pair, item, sent, size) ? size : -1;
    }

    private long add(Pair pair, CopyProof proof) {
        add(pair.path(), Set.of(proof));
        return -1;
    }

    /** A copy was found on the target by its header. @param exact whether its size was compared too */
    void found(FolderPath source, boolean exact) {
        add(source, Set.of(exact ? CopyProof.SIZE : CopyProof.HEADER));
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
