package org.mailwain.report;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.ledger.FolderCounts;

/**
 * The evidence of one source folder in one target folder.
 *
 * @param counts {@code listed} says nothing where the balance is {@link Balance#NOT_LISTED}
 * @param firstCopied null where nothing was copied
 * @param lastCopied null where nothing was copied
 * @param proofs what shows that the copies are what was sent: each kind that some of them rest on; none where nothing
 *     was copied, or the report is older than these proofs
 * @param noted items that the report lists, by kind; one with two marks counts in two kinds
 * @param firstItem number of its first listed item in the mailbox's items, from 0
 * @param items how many of the mailbox's items are this folder's
 */
public record FolderSheet(
        FolderPath source,
        FolderPath target,
        Balance balance,
        FolderCounts counts,
        Instant firstCopied,
        Instant lastCopied,
        Set<CopyProof> proofs,
        Map<NoteKind, Long> noted,
        long firstItem,
        long items) {
    public FolderSheet {
        proofs = Set.copyOf(proofs);
        noted = Map.copyOf(noted);
    }

    public long noted(NoteKind kind) {
        return noted.getOrDefault(kind, 0L);
    }

    /** Whether there is a number of listed items to show. */
    public boolean listed() {
        return balance != Balance.NOT_LISTED;
    }

    /** Listed items without an outcome; negative where there are more outcomes than items. */
    public long open() {
        return counts.listed()
                - counts.outcomes().values().stream().mapToLong(Long::longValue).sum();
    }
}
