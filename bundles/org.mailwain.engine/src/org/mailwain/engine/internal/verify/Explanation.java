package org.mailwain.engine.internal.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.engine.Difference;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.ItemEntry;

/** What the ledger says of differences of one source folder. */
final class Explanation {
    private final Lane lane;
    private final Place place;
    private final Side<MailboxWriter> target;

    Explanation(Lane lane, Place place, Side<MailboxWriter> target) {
        this.lane = lane;
        this.place = place;
        this.target = target;
    }

    void explain(List<Finding> findings) throws FailureException {
        FolderLedger ledger = place.ledger();
        if (ledger == null) {
            return;
        }
        List<Finding> open = findings.stream().filter(Explanation::wantsReason).toList();
        List<ItemId> ids = open.stream().map(f -> f.source().id()).distinct().toList();
        if (ids.isEmpty()) {
            return;
        }
        Map<ItemId, ItemEntry> entries = ledger.entries(ids);
        Set<ItemId> standing = standing(open, entries);
        Map<ItemId, List<Finding>> noted = new HashMap<>();
        for (Finding finding : open) {
            ItemEntry entry = entries.get(finding.source().id());
            if (entry != null && isTold(finding, entry, standing)) {
                noted.computeIfAbsent(entry.id(), id -> new ArrayList<>()).add(finding);
            }
        }
        if (!noted.isEmpty()) {
            ledger.notes(page -> page.forEach(note -> {
                for (Finding finding : noted.getOrDefault(note.entry().id(), List.of())) {
                    finding.reason(note.note().failure());
                    finding.subject(note.note().subject());
                }
            }));
        }
    }

    private static boolean wantsReason(Finding finding) {
        return switch (finding.kind()) {
            case MISSING, SIZE, CONTENT -> true;
            case REWRITTEN, EXPLAINED, EXTRA, FLAGS, DATE -> false;
        };
    }

    /** Whether the ledger has something to say; it explains what is not on the target, or not as it was, by intent. */
    private static boolean isTold(Finding finding, ItemEntry entry, Set<ItemId> standing) {
        boolean missing = finding.kind() == Difference.Kind.MISSING;
        return switch (entry.outcome()) {
            case SKIPPED_BY_RULE, FAILED, KEPT_ELSEWHERE -> {
                if (missing) {
                    finding.explained();
                }
                yield true;
            }
            case COPIED, ALREADY_THERE -> {
                boolean changed = isMarked(entry) && (!missing || standing.contains(entry.target()));
                if (changed && (missing || entry.marks().contains(ItemMark.REPAIRED))) {
                    finding.explained();
                }
                yield changed;
            }
            case VANISHED -> false;
        };
    }

    private static boolean isMarked(ItemEntry entry) {
        return entry.marks().contains(ItemMark.REPAIRED)
                || entry.marks().contains(ItemMark.MERGED_BY_TARGET)
                || entry.marks().contains(ItemMark.CHANGED_BY_TARGET);
    }

    /** Of the items that stand for those missing under another header or for several at once: which are there. */
    private Set<ItemId> standing(List<Finding> findings, Map<ItemId, ItemEntry> entries) throws FailureException {
        if (!lane.stands()) {
            return Set.of();
        }
        List<ItemId> ids = findings.stream()
                .filter(f -> f.kind() == Difference.Kind.MISSING)
                .map(f -> entries.get(f.source().id()))
                .filter(entry -> entry != null && entry.target() != null && isMarked(entry))
                .map(ItemEntry::target)
                .toList();
        return Peek.subjects(target, lane.target(), ids).keySet();
    }
}
