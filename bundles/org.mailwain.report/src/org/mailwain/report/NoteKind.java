package org.mailwain.report;

import java.util.EnumSet;
import java.util.Set;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;

/** Why an item is listed in a report: its outcome where that is not 'copied', and its marks. The gravest first. */
public enum NoteKind {
    FAILED(true),
    DOUBLED_BY_LATE_WRITE(ItemMark.DOUBLED_BY_LATE_WRITE),
    MAY_BE_DOUBLED(ItemMark.MAY_BE_DOUBLED),
    CHANGED_BY_TARGET(ItemMark.CHANGED_BY_TARGET),
    MERGED_BY_TARGET(ItemMark.MERGED_BY_TARGET),
    KEPT_LESS(ItemMark.KEPT_LESS),
    REPAIRED(ItemMark.REPAIRED),
    VANISHED(false),
    SKIPPED_BY_RULE(false),
    KEPT_ELSEWHERE(false),
    ALREADY_THERE(false),
    /** Copied, without a mark, and yet something is told of it. */
    REMARK(false),
    /** It left its source folder for another, and so did its copy. */
    MOVED(false),
    /** It left the source, and its copy was removed as the batch asks. */
    REMOVED(false),
    /** It left the source since; its number is outside the balance. */
    LEFT(false);

    private final boolean needsPerson;

    NoteKind(boolean needsPerson) {
        this.needsPerson = needsPerson;
    }

    NoteKind(ItemMark mark) {
        this(mark.needsPerson());
    }

    /** Whether a person must look at such an item; the others are for information. */
    public boolean needsPerson() {
        return needsPerson;
    }

    /** At least one; those of an item that left are {@link #LEFT} alone, or what became of its copy. */
    public static Set<NoteKind> of(ItemOutcome outcome, Set<ItemMark> marks, boolean left) {
        if (left) {
            return EnumSet.of(
                    marks.contains(ItemMark.MOVED) ? MOVED : marks.contains(ItemMark.REMOVED) ? REMOVED : LEFT);
        }
        Set<NoteKind> kinds = EnumSet.noneOf(NoteKind.class);
        marks.forEach(mark -> kinds.add(of(mark)));
        if (outcome != ItemOutcome.COPIED) {
            kinds.add(of(outcome));
        } else if (kinds.isEmpty()) {
            kinds.add(REMARK);
        }
        return kinds;
    }

    public static NoteKind of(ItemMark mark) {
        return switch (mark) {
            case REPAIRED -> REPAIRED;
            case CHANGED_BY_TARGET -> CHANGED_BY_TARGET;
            case MERGED_BY_TARGET -> MERGED_BY_TARGET;
            case KEPT_LESS -> KEPT_LESS;
            case MAY_BE_DOUBLED -> MAY_BE_DOUBLED;
            case DOUBLED_BY_LATE_WRITE -> DOUBLED_BY_LATE_WRITE;
            case MOVED -> MOVED;
            case REMOVED -> REMOVED;
        };
    }

    /** {@link #REMARK} for an item that was copied. */
    public static NoteKind of(ItemOutcome outcome) {
        return switch (outcome) {
            case COPIED -> REMARK;
            case ALREADY_THERE -> ALREADY_THERE;
            case KEPT_ELSEWHERE -> KEPT_ELSEWHERE;
            case SKIPPED_BY_RULE -> SKIPPED_BY_RULE;
            case FAILED -> FAILED;
            case VANISHED -> VANISHED;
        };
    }
}
