package org.mailwain.engine;

import java.time.Instant;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;

/**
 * One message in which source and target differ.
 *
 * @param sourceFolder null for a message that only the target has
 * @param sourceItem null likewise
 * @param targetItem null for a message that the target lacks
 * @param subject shortened; empty where unknown
 * @param size at the source, or at the target where only it has the message; -1 unknown
 * @param received when the mailbox received it, or null
 * @param reason what the ledger says of it (why it was skipped or failed), or null
 * @param source what the source has: flags, date, size or SHA-256, as the kind says; empty where it says nothing
 * @param target what the target has instead
 */
public record Difference(
        Kind kind,
        FolderPath sourceFolder,
        FolderPath targetFolder,
        ItemId sourceItem,
        ItemId targetItem,
        String subject,
        long size,
        Instant received,
        Failure reason,
        String source,
        String target) {
    public enum Kind {
        /** The source has it, the target does not, and nothing explains it. */
        MISSING,
        /** The target does not have it, and the ledger says why. */
        EXPLAINED,
        /** The target has it, the source does not (any more). */
        EXTRA,
        SIZE,
        CONTENT,
        /** Other bytes, and the same parts once they are decoded; the reason names what the target rewrote. */
        REWRITTEN,
        FLAGS,
        DATE
    }
}
