package org.mailwain.engine;

import java.util.List;
import org.mailwain.api.mail.FolderPath;

/**
 * A folder of the target, as it stands and as a pass would leave it.
 *
 * @param create whether it has to be made
 * @param standing items that stand there now; -1 unknown
 * @param bytes of them; -1 unknown
 * @param coming items that would be copied into it (or recognised there)
 * @param comingBytes of them by the source's word
 * @param from source folders that go into it
 */
public record TargetPlan(
        FolderPath path,
        boolean create,
        long standing,
        long bytes,
        long coming,
        long comingBytes,
        List<FolderPath> from) {
    public TargetPlan {
        from = List.copyOf(from);
    }
}
