package org.mailwain.report;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;

/**
 * An item that was not plainly copied. Texts are as the message has them: whoever shows them guards against controls.
 *
 * @param id in the source folder; IMAP: the UID
 * @param targetId of the item that stands for it, or empty
 * @param size in bytes, -1 unknown
 * @param retryable whether the next pass tries again
 * @param left whether it left the source since
 * @param subject empty where unknown, as are sender, date and messageId
 * @param date as the header has it
 * @param received the server's date, or null
 * @param failure the reason; null where outcome and marks say all
 * @param original path of the kept original, relative to the project
 * @param repair id of the rule that touched it
 */
public record ReportedItem(
        FolderPath folder,
        FolderPath target,
        String id,
        String targetId,
        ItemOutcome outcome,
        Set<ItemMark> marks,
        boolean left,
        long size,
        boolean retryable,
        int attempts,
        String subject,
        String sender,
        String date,
        Instant received,
        String messageId,
        Failure failure,
        Optional<String> original,
        Optional<String> repair) {
    public ReportedItem {
        marks = Set.copyOf(marks);
    }

    public Set<NoteKind> kinds() {
        return NoteKind.of(outcome, marks, left);
    }
}
