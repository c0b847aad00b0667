package org.mailwain.engine;

import java.util.List;
import org.mailwain.api.failure.Failure;

/**
 * What a pass over a mailbox would do.
 *
 * @param folders in the order of their paths; none where the mailbox could not be listed
 * @param failure why it could not be listed, or null
 * @param flagsCost whether following flags costs one look at every item per folder and pass (a source without CONDSTORE)
 */
public record MailboxPlan(String label, List<FolderPlan> folders, Failure failure, boolean flagsCost) {
    public MailboxPlan {
        folders = List.copyOf(folders);
    }
}
