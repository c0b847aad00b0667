package org.mailwain.engine;

import java.time.Instant;
import org.mailwain.api.failure.Failure;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.MailboxKey;

/**
 * What a pass over one mailbox came to.
 *
 * @param label how people call the mailbox
 * @param key null where the row did not get so far
 * @param failure why it failed, or the first of the failed folders; else null
 * @param evidence of all folders together after the pass
 * @param copied items that this pass copied
 * @param bytes of them
 * @param failedFolders folders that could not be gone through
 */
public record MailboxResult(
        String label,
        MailboxKey key,
        Ending ending,
        Failure failure,
        FolderCounts evidence,
        long copied,
        long bytes,
        int failedFolders,
        Instant began,
        Instant ended) {}
