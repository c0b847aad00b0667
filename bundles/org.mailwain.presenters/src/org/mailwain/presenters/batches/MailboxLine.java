package org.mailwain.presenters.batches;

import java.time.Instant;
import java.util.List;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.operations.run.RunPicture.FolderPicture;

/**
 * One mailbox of a batch, as far as it has come.
 *
 * @param folder where work is now, or null
 * @param handled items of this run that are dealt with
 * @param planned items that this run has to deal with, as far as known
 * @param copied by this run
 * @param failed in this run
 * @param bytes copied by this run
 * @param listed items at the last listing, -1 where it was never listed
 * @param settled of them, those that all runs together have brought over
 * @param open of them, those that failed
 * @param lastSynced end of the last good pass, or null
 * @param failure why the mailbox as a whole failed, or null
 * @param folders of this run
 */
public record MailboxLine(
        String label,
        MailboxState state,
        FolderPath folder,
        long handled,
        long planned,
        long copied,
        long failed,
        long bytes,
        long listed,
        long settled,
        long open,
        Instant lastSynced,
        Failure failure,
        List<FolderPicture> folders) {
    public MailboxLine {
        folders = List.copyOf(folders);
    }

    /** From 0 to 1; a mailbox that ended well has all, one that nobody knows the size of has nothing. */
    public double share() {
        if (planned > 0) {
            return Math.min(1.0, (double) handled / planned);
        }
        if (state.isActive()) {
            return 0;
        }
        return listed > 0 ? (double) settled / listed : isGood() ? 1 : 0;
    }

    public boolean isGood() {
        return switch (state) {
            case SYNCED, INCREMENTAL_SYNCED, COMPLETION_SYNCED, COMPLETED -> true;
            default -> false;
        };
    }

    public boolean isBad() {
        return switch (state) {
            case FAILED, INCREMENTAL_FAILED, COMPLETION_FAILED, CORRUPTED -> true;
            default -> failed > 0 || open > 0;
        };
    }
}
