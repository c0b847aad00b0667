package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Fetched;
import org.mailwain.mail.internal.protocol.Reply;

/** The items of a folder or a part of it, handed on page by page as they come, ascending. */
final class ListAnswer implements Answer {
    interface Page {
        void take(List<ListedItem> items) throws FailureException;
    }

    private final Session session;
    private final Naming naming;
    private final long from;
    private final int pageSize;
    private final Page page;
    private final Map<Long, Fetched> partial = new HashMap<>();
    private List<ListedItem> items = new ArrayList<>();
    private long last;
    private Reply reply;

    /** @param from UIDs below are dropped: {@code n:*} names the last message even where all are below n */
    ListAnswer(Session session, Naming naming, long from, int pageSize, Page page) {
        this.session = session;
        this.naming = naming;
        this.from = from;
        this.pageSize = pageSize;
        this.page = page;
    }

    /** The FETCH items that it needs. */
    static String items(Naming naming) {
        return "(UID FLAGS INTERNALDATE RFC822.SIZE" + naming.extra() + ")";
    }

    @Override
    public boolean fetched(Fetched item) throws FailureException {
        if (complete(item)) {
            add(item);
            return true;
        }
        Fetched before = partial.remove(item.sequence());
        if (before == null) {
            if (partial.size() < pageSize) {
                partial.put(item.sequence(), item);
            }
            return true;
        }
        before.merge(item);
        if (complete(before)) {
            add(before);
        } else {
            partial.put(item.sequence(), before);
        }
        return true;
    }

    private boolean complete(Fetched item) {
        return item.uid() != 0 && naming.isTold(item) && item.flags() != null && item.isSized() && item.isDated();
    }

    private void add(Fetched item) throws FailureException {
        if (item.uid() < from) {
            return;
        }
        if (item.uid() <= last) {
            throw session.malformed("UID " + item.uid() + " after " + last);
        }
        last = item.uid();
        items.add(naming.listed(item));
        if (items.size() == pageSize) {
            flush();
        }
    }

    private void flush() throws FailureException {
        if (!items.isEmpty()) {
            List<ListedItem> full = items;
            items = new ArrayList<>();
            page.take(full);
        }
    }

    @Override
    public void done(Reply end) throws FailureException {
        reply = end;
        for (Fetched item : partial.values()) {
            // an item without size and date is news of a message's flags, not a part of the listing
            if (item.uid() > last && (item.isSized() || item.isDated())) {
                add(item);
            }
        }
        flush();
    }

    Reply reply() {
        return reply;
    }
}
