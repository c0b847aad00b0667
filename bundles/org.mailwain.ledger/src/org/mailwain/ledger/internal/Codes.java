package org.mailwain.ledger.internal;

import java.util.EnumSet;
import java.util.Set;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;

/** The numbers under which outcomes, marks and proofs are stored; they never change. */
final class Codes {
    private static final ItemOutcome[] OUTCOMES = {
        ItemOutcome.COPIED,
        ItemOutcome.ALREADY_THERE,
        ItemOutcome.KEPT_ELSEWHERE,
        ItemOutcome.SKIPPED_BY_RULE,
        ItemOutcome.FAILED,
        ItemOutcome.VANISHED
    };

    private static final ItemMark[] MARKS = {
        ItemMark.REPAIRED,
        ItemMark.CHANGED_BY_TARGET,
        ItemMark.MERGED_BY_TARGET,
        ItemMark.KEPT_LESS,
        ItemMark.MAY_BE_DOUBLED,
        ItemMark.DOUBLED_BY_LATE_WRITE,
        ItemMark.MOVED,
        ItemMark.REMOVED
    };

    private static final CopyProof[] PROOFS = {
        CopyProof.SIZE, CopyProof.SIZE_BAND, CopyProof.HEADER, CopyProof.PRESENCE, CopyProof.WORD
    };

    private Codes() {}

    static int of(ItemOutcome outcome) {
        return index(OUTCOMES, outcome);
    }

    static ItemOutcome outcome(int code) {
        return OUTCOMES[code];
    }

    static int of(ItemMark mark) {
        return index(MARKS, mark);
    }

    /** One bit for each mark. */
    static int of(Set<ItemMark> marks) {
        return bits(MARKS, marks);
    }

    static Set<ItemMark> marks(int bits) {
        return set(MARKS, ItemMark.class, bits);
    }

    /** One bit for each proof. */
    static int ofProofs(Set<CopyProof> proofs) {
        return bits(PROOFS, proofs);
    }

    static Set<CopyProof> proofs(int bits) {
        return set(PROOFS, CopyProof.class, bits);
    }

    private static <E> int bits(E[] values, Set<E> set) {
        int bits = 0;
        for (E value : set) {
            bits |= 1 << index(values, value);
        }
        return bits;
    }

    private static <E extends Enum<E>> Set<E> set(E[] values, Class<E> type, int bits) {
        if (bits == 0) {
            return Set.of();
        }
        Set<E> set = EnumSet.noneOf(type);
        for (int i = 0; i < values.length; i++) {
            if ((bits & 1 << i) != 0) {
                set.add(values[i]);
            }
        }
        return set;
    }

    static int outcomes() {
        return OUTCOMES.length;
    }

    static int marks() {
        return MARKS.length;
    }

    static ItemMark mark(int code) {
        return MARKS[code];
    }

    private static <E> int index(E[] values, E value) {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == value) {
                return i;
            }
        }
        throw new IllegalArgumentException("no code for " + value);
    }
}
