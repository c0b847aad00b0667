package org.mailwain.engine.internal.pass;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxReader;

/**
 * The newest so many items of a mailbox, told by their date alone: all after one moment, and as many as there is room
 * for at that very moment. Confined to one thread.
 */
public final class Cut {
    private final long moment;
    private long roomAtMoment;

    private Cut(long moment, long roomAtMoment) {
        this.moment = moment;
        this.roomAtMoment = roomAtMoment;
    }

    /** Takes everything. */
    public static Cut none() {
        return new Cut(Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Lists the folders for the dates of their items. @param wanted how many items are taken */
    public static Cut newest(MailboxReader reader, List<FolderPath> folders, int wanted) throws FailureException {
        Finder finder = new Finder();
        Set<FolderPath> taking = Set.copyOf(folders);
        reader.list(Feed.of(folders.stream().map(ListRequest::all).toList()), new ListSink() {
            @Override
            public void begin(ListRequest request, FolderStatus status) {
                // the dates alone are wanted
            }

            @Override
            public void page(FolderPath folder, List<ListedItem> items) {
                items.stream()
                        .filter(item -> item.preferred().stream().noneMatch(taking::contains))
                        .forEach(item -> finder.add(item.received()));
            }

            @Override
            public void end(FolderPath folder) {
                // the next folder's come to the same heap
            }

            @Override
            public void failed(FolderPath folder, Failure failure) {
                // told when it is listed in earnest
            }
        });
        return finder.newest(wanted);
    }

    boolean takes(Instant received) {
        long at = received == null ? Long.MAX_VALUE : received.toEpochMilli();
        if (at != moment) {
            return at > moment;
        }
        return roomAtMoment-- > 0;
    }

    /** Collects the dates of all items; eight bytes each. */
    private static final class Finder {
        private long[] dates = new long[1024];
        private int count;

        void add(Instant received) {
            if (count == dates.length) {
                dates = Arrays.copyOf(dates, count + count / 2);
            }
            dates[count++] = received == null ? Long.MAX_VALUE : received.toEpochMilli();
        }

        Cut newest(int wanted) {
            if (count <= wanted) {
                return none();
            }
            Arrays.sort(dates, 0, count);
            long moment = dates[count - wanted];
            int after = count - 1;
            while (after >= 0 && dates[after] > moment) {
                after--;
            }
            return new Cut(moment, wanted - (count - 1L - after));
        }
    }
}
