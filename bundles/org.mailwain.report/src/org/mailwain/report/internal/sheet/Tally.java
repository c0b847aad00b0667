package org.mailwain.report.internal.sheet;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.report.Balance;
import org.mailwain.report.Figures;
import org.mailwain.report.FolderSheet;
import org.mailwain.report.NoteKind;
import org.mailwain.report.TargetSheet;
import org.mailwain.report.TargetSheet.TargetCounts;
import org.mailwain.report.Verdict;

/** Sums up the figures of a mailbox, or of a batch. */
final class Tally {
    private boolean listed;
    private FolderCounts counts = FolderCounts.NOTHING;
    private TargetCounts target = TargetCounts.NOTHING;
    private long unlooked;
    private long needs;
    private long unnamed;
    private final Map<NoteKind, Long> noted = new EnumMap<>(NoteKind.class);
    private Instant first;
    private Instant last;
    private final Map<Balance, Long> folders = new EnumMap<>(Balance.class);
    private Balance worst = Balance.BALANCED;

    void folder(FolderSheet folder) {
        listed |= folder.listed();
        counts = counts.plus(folder.counts());
        unnamed += Math.max(0, folder.counts().of(ItemOutcome.FAILED) - folder.noted(NoteKind.FAILED));
        copied(folder.firstCopied(), folder.lastCopied());
        balance(folder.balance());
    }

    void target(TargetSheet sheet) {
        target = target.plus(sheet.counts());
        unlooked += sheet.counts().looked() ? 0 : 1;
        if (sheet.balance() == Balance.OPEN || sheet.balance() == Balance.NOT_BALANCED) {
            balance(sheet.balance());
        }
    }

    private void balance(Balance balance) {
        folders.merge(balance, 1L, Long::sum);
        worst = worst.worse(balance);
    }

    void noted(Set<NoteKind> kinds) {
        kinds.forEach(kind -> noted.merge(kind, 1L, Long::sum));
        if (kinds.stream().anyMatch(NoteKind::needsPerson)) {
            needs++;
        }
    }

    private void copied(Instant from, Instant to) {
        first = first == null || from != null && from.isBefore(first) ? from : first;
        last = last == null || to != null && to.isAfter(last) ? to : last;
    }

    /** @param withTarget false where the figures of its target mailbox are in already */
    void mailbox(Figures other, boolean withTarget) {
        listed |= other.listed();
        counts = counts.plus(other.counts());
        target = withTarget ? target.plus(other.target()) : target;
        unlooked += withTarget ? other.unlooked() : 0;
        needs += other.needs();
        unnamed += other.unnamed();
        other.noted().forEach((kind, count) -> noted.merge(kind, count, Long::sum));
        copied(other.firstCopied(), other.lastCopied());
        other.folders().forEach((balance, count) -> folders.merge(balance, count, Long::sum));
    }

    boolean isListed() {
        return listed;
    }

    boolean needsPerson() {
        return needs + unnamed > 0;
    }

    Balance worst() {
        return worst;
    }

    Figures figures(Verdict verdict) {
        return new Figures(
                verdict, listed, counts, target, unlooked, needs + unnamed, unnamed, noted, first, last, folders);
    }
}
