package org.mailwain.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.report.TargetSheet.TargetCounts;

/**
 * The figures of a mailbox or of a whole batch.
 *
 * @param listed whether any folder was; where not, nothing is to be read from the counts
 * @param target sum of the target folders that were looked at
 * @param unlooked target folders that were not
 * @param needs items that a person must look at
 * @param unnamed failed items that are counted and not named: a fault
 * @param noted items that the report lists, by kind
 * @param firstCopied null where nothing was copied
 * @param lastCopied null where nothing was copied
 * @param folders source folders by balance; a target folder counts where it does not balance
 */
public record Figures(
        Verdict verdict,
        boolean listed,
        FolderCounts counts,
        TargetCounts target,
        long unlooked,
        long needs,
        long unnamed,
        Map<NoteKind, Long> noted,
        Instant firstCopied,
        Instant lastCopied,
        Map<Balance, Long> folders) {
    public Figures {
        noted = Map.copyOf(noted);
        folders = Map.copyOf(folders);
    }

    public long noted(NoteKind kind) {
        return noted.getOrDefault(kind, 0L);
    }

    public long folders(Balance balance) {
        return folders.getOrDefault(balance, 0L);
    }

    /** From the first to the last copied item; empty where nothing was copied. */
    public Optional<Duration> copying() {
        return firstCopied == null || lastCopied == null || lastCopied.isBefore(firstCopied)
                ? Optional.empty()
                : Optional.of(Duration.between(firstCopied, lastCopied));
    }
}
