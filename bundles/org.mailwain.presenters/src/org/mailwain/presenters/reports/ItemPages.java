package org.mailwain.presenters.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.mailwain.api.failure.FailureException;
import org.mailwain.report.ReportedItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The items of an index for a table that asks for rows one by one: what is at hand is given at once, what is not is read
 * on another thread, page by page, and the listener is told. Holds a few pages. Thread-safe.
 */
public final class ItemPages {
    private static final Logger LOG = LoggerFactory.getLogger(ItemPages.class);
    private static final int PAGE = 100;
    private static final int PAGES = 40;
    /** Places nearer than this are read in one go. */
    private static final long NEAR = 200;

    private final OpenReport report;
    private final ItemIndex index;
    private final Executor background;
    private final Runnable listener;
    private final Set<Long> wanted = new HashSet<>();
    private final Map<Long, List<ListedItem>> pages = new LinkedHashMap<>(PAGES, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<ListedItem>> eldest) {
            return size() > PAGES;
        }
    };

    /** @param mailbox its number */
    public record ListedItem(int mailbox, String label, ReportedItem item) {}

    /**
     * @param background reads
     * @param listener told on the thread of the background that rows can be asked for again
     */
    public ItemPages(OpenReport report, ItemIndex index, Executor background, Runnable listener) {
        this.report = report;
        this.index = index;
        this.background = background;
        this.listener = listener;
    }

    public long size() {
        return index.size();
    }

    /** The row, or null while it is being read. At once. */
    public ListedItem get(long row) {
        long page = row / PAGE;
        synchronized (this) {
            List<ListedItem> there = pages.get(page);
            if (there != null) {
                int at = (int) (row % PAGE);
                return at < there.size() ? there.get(at) : null;
            }
            if (!wanted.add(page)) {
                return null;
            }
        }
        background.execute(() -> read(page));
        return null;
    }

    private void read(long page) {
        List<ListedItem> items = List.of();
        try {
            items = items(page * PAGE, (int) Math.min(PAGE, index.size() - page * PAGE));
        } catch (FailureException e) {
            // an empty page; what is wrong with the file is told where the report is opened and verified
            LOG.warn("{}", report.folder(), e);
        }
        synchronized (this) {
            pages.put(page, items);
            wanted.remove(page);
        }
        listener.run();
    }

    /** Reads; waits. */
    List<ListedItem> items(long from, int count) throws FailureException {
        List<ListedItem> items = new ArrayList<>(count);
        int done = 0;
        while (done < count) {
            ItemIndex.Place start = index.place(from + done);
            int end = done + 1;
            ItemIndex.Place last = start;
            while (end < count) {
                ItemIndex.Place next = index.place(from + end);
                if (next.mailbox() != start.mailbox() || next.item() - last.item() > NEAR) {
                    break;
                }
                last = next;
                end++;
            }
            take(start, from + done, end - done, items);
            done = end;
        }
        return items;
    }

    private void take(ItemIndex.Place start, long from, int count, List<ListedItem> into) throws FailureException {
        MailboxSummary mailbox = report.mailboxes().get(start.mailbox() - 1);
        long[] at = {start.item()};
        int[] taken = {0};
        // those between two are read over, and never held
        report.reader().items(mailbox.listed(), start.item(), item -> {
            if (at[0]++ == index.place(from + taken[0]).item()) {
                into.add(new ListedItem(start.mailbox(), mailbox.label(), item));
                taken[0]++;
            }
            return taken[0] < count;
        });
    }
}
