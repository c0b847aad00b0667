package org.mailwain.api.batch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.settings.Bytes;

/**
 * What a row of the mailbox list says for itself; empty where the batch decides.
 *
 * @param priority higher goes first; 0 by default
 */
public record RowOptions(
        List<String> include,
        List<String> exclude,
        Optional<Instant> receivedAfter,
        Optional<Instant> receivedBefore,
        Optional<Duration> maxAge,
        Optional<Bytes> maxItemSize,
        Optional<Integer> maxItems,
        Optional<Boolean> seen,
        Optional<Boolean> flagged,
        Optional<String> search,
        Optional<FolderPath> targetRoot,
        int priority) {
    public static final RowOptions NONE = new RowOptions(
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0);

    public RowOptions {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
    }

    /** The batch's filter with what this row says in its place. */
    public Filter over(Filter batch) {
        return new Filter(
                include.isEmpty() ? batch.include() : include,
                exclude.isEmpty() ? batch.exclude() : exclude,
                receivedAfter.isPresent() ? receivedAfter : batch.receivedAfter(),
                receivedBefore.isPresent() ? receivedBefore : batch.receivedBefore(),
                maxAge.isPresent() ? maxAge : batch.maxAge(),
                maxItemSize.orElse(batch.maxItemSize()),
                maxItems.orElse(batch.maxItems()),
                seen.isPresent() ? seen : batch.seen(),
                flagged.isPresent() ? flagged : batch.flagged(),
                search.isPresent() ? search : batch.search());
    }
}
