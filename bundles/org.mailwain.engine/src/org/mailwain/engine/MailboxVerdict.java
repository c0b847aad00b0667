package org.mailwain.engine;

import java.util.List;
import org.mailwain.api.failure.Failure;

/**
 * How a target mailbox compares with its source.
 *
 * @param folders one per target folder that takes part, in the order of the paths
 * @param failure why the mailbox could not be compared, or null
 */
public record MailboxVerdict(String label, List<FolderVerdict> folders, Failure failure) {
    public MailboxVerdict {
        folders = List.copyOf(folders);
    }

    public boolean good() {
        return failure == null && folders.stream().allMatch(FolderVerdict::good);
    }
}
