package org.mailwain.engine;

import java.util.List;
import java.util.Optional;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.mail.FolderPath;

/**
 * What a pass would do with one source folder.
 *
 * @param target empty where the folder is left out
 * @param create whether the target folder has to be made
 * @param notes of the folder map: codes and arguments
 * @param conflict why the folder cannot be brought over, or null
 * @param standing items in the source folder; -1 not listed
 * @param known of them, items that the ledger has an outcome for
 * @param items that would be copied (or recognised on the target)
 * @param bytes of them by the source's word
 * @param skipped what rules leave out, by reason
 */
public record FolderPlan(
        FolderPath source,
        Optional<FolderPath> target,
        FolderMapping.Reason reason,
        boolean create,
        List<Failure> notes,
        Failure conflict,
        long standing,
        long known,
        long items,
        long bytes,
        List<Skipped> skipped) {
    public FolderPlan {
        notes = List.copyOf(notes);
        skipped = List.copyOf(skipped);
    }

    /** Items that one rule leaves out. @param reason of the first of them, with what the rule says of it */
    public record Skipped(Failure reason, long items, long bytes) {}
}
