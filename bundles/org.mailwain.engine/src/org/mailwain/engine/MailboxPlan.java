package org.mailwain.engine;

import java.util.List;
import org.mailwain.api.failure.Failure;

/**
 * What a pass over a mailbox would do.
 *
 * @param folders in the order of their paths; none where the mailbox could not be listed
 * @param target all folders of the target, those to be made among them
 * @param failure why it could not be listed, or null
 * @param flagsCost whether following flags costs one look at every item per folder and pass (a source without CONDSTORE)
 * @param bytesPerDay what the source gives out for a mailbox in 24 hours, -1 without limit
 * @param again bytes that go into more than one folder and are read for the first of them alone
 */
public record MailboxPlan(
        String label,
        List<FolderPlan> folders,
        List<TargetPlan> target,
        Failure failure,
        boolean flagsCost,
        long bytesPerDay,
        long again) {
    public MailboxPlan {
        folders = List.copyOf(folders);
        target = List.copyOf(target);
    }

    /** Each message goes into one folder. */
    public MailboxPlan(
            String label,
            List<FolderPlan> folders,
            List<TargetPlan> target,
            Failure failure,
            boolean flagsCost,
            long bytesPerDay) {
        this(label, folders, target, failure, flagsCost, bytesPerDay, 0);
    }

    /** Bytes that would be copied, by the source's word. */
    public long bytes() {
        return folders.stream().mapToLong(FolderPlan::bytes).sum();
    }

    /** Days, begun ones counted, that the source's daily limit makes of it; 0 without limit or with nothing to read. */
    public long days() {
        return bytesPerDay <= 0 ? 0 : Math.ceilDiv(bytes() - again, bytesPerDay);
    }
}
