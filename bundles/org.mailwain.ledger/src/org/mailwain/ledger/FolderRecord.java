package org.mailwain.ledger;

import java.time.Instant;
import java.util.Set;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.FolderState;

/**
 * Where a folder pair stands.
 *
 * @param sourceEpoch null before the first look
 * @param state recorded by the last {@link FolderLedger#settled}; UNKNOWN before
 * @param rulesDigest filter, map, limits and follow under which it was settled; empty before
 * @param settled {@link FolderLedger#settled} was called, and no intent was written and nothing listed since; no intent
 *     is open and no item retryable
 * @param counts kept by each commit, never counted anew
 * @param proofs what shows that the items copied are what was sent: each kind that some of them rest on
 * @param recognised positions of the target folder below this were compared with this source's items
 */
public record FolderRecord(
        Epoch sourceEpoch,
        FolderState state,
        String rulesDigest,
        boolean settled,
        FolderCounts counts,
        long recognised,
        Instant firstCopied,
        Instant lastCopied,
        Set<CopyProof> proofs) {
    public FolderRecord {
        proofs = Set.copyOf(proofs);
    }
}
