package org.mailwain.engine.internal.pass;

import java.time.Instant;
import java.util.function.Predicate;
import org.mailwain.api.batch.Filter;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.SystemFlag;
import org.mailwain.engine.EngineFailure;

/** Says which items a batch's filter takes. Confined to one thread, since it counts. */
public final class Selection {
    private final Filter filter;
    private final Instant oldest;
    private final Cut cut;
    private final Searched searched;
    private final Predicate<ItemId> found;

    /** @param now for the filter by age */
    public Selection(Filter filter, Instant now, Cut cut, Searched searched) {
        this(filter, filter.maxAge().map(now::minus).orElse(null), cut, searched, id -> true);
    }

    private Selection(Filter filter, Instant oldest, Cut cut, Searched searched, Predicate<ItemId> found) {
        this.filter = filter;
        this.oldest = oldest;
        this.cut = cut;
        this.searched = searched;
        this.found = found;
    }

    /** What it takes of one folder. */
    public Selection in(FolderPath folder) {
        return new Selection(filter, oldest, cut, searched, searched.in(folder));
    }

    /** Why the item is left out, or null where it is taken. */
    public Failure leavesOut(ListedItem item) {
        Failure reason = bySize(item);
        if (reason == null) {
            reason = byDate(item.received());
        }
        if (reason == null) {
            reason = byFlags(item);
        }
        if (reason == null && !found.test(item.id())) {
            reason = EngineFailure.SKIPPED_SEARCH.with(filter.search().orElse(""));
        }
        return reason != null || cut.takes(item.received())
                ? reason
                : EngineFailure.SKIPPED_COUNT.with(filter.maxItems());
    }

    private Failure bySize(ListedItem item) {
        long limit = filter.maxItemSize().count();
        return item.size() > limit
                ? EngineFailure.SKIPPED_SIZE.with(new Argument.Size(item.size()), new Argument.Size(limit))
                : null;
    }

    /** An item without a believable date is taken: a double can be removed, a loss cannot. */
    private Failure byDate(Instant received) {
        if (received == null) {
            return null;
        }
        if (filter.receivedAfter().filter(received::isBefore).isPresent()) {
            return EngineFailure.SKIPPED_OLD.with(
                    received, filter.receivedAfter().get());
        }
        if (oldest != null && received.isBefore(oldest)) {
            return EngineFailure.SKIPPED_OLD.with(received, oldest);
        }
        return filter.receivedBefore().filter(end -> !received.isBefore(end)).isPresent()
                ? EngineFailure.SKIPPED_NEW.with(
                        received, filter.receivedBefore().get())
                : null;
    }

    private Failure byFlags(ListedItem item) {
        boolean seen = item.flags().has(SystemFlag.SEEN);
        if (filter.seen().filter(wanted -> wanted != seen).isPresent()) {
            return (seen ? EngineFailure.SKIPPED_SEEN : EngineFailure.SKIPPED_UNSEEN).with();
        }
        boolean flagged = item.flags().has(SystemFlag.FLAGGED);
        return filter.flagged().filter(wanted -> wanted != flagged).isPresent()
                ? (flagged ? EngineFailure.SKIPPED_FLAGGED : EngineFailure.SKIPPED_UNFLAGGED).with()
                : null;
    }
}
