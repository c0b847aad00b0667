package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.mail.internal.protocol.Answer;
import org.mailwain.mail.internal.protocol.Fetched;
import org.mailwain.mail.internal.protocol.Reply;

/** The bodies of some items of one folder; each is handed on once all of it is there. */
final class FetchAnswer implements Answer {
    interface Taker {
        /** Takes over the item's body. */
        void take(ListedItem asked, Fetched item) throws FailureException;
    }

    /** A size by a server's word may be an estimate (Exchange): a literal may be so much larger. */
    private static final long SLACK = 1 << 20;

    private final FetchRequest.Part part;
    private final Taker taker;
    private final Naming naming;
    private final Map<Long, ListedItem> asked = new LinkedHashMap<>();
    private final Map<Long, Fetched> partial = new HashMap<>();
    private final long largest;
    private Reply reply;

    FetchAnswer(Naming naming, List<ListedItem> items, FetchRequest.Part part, Taker taker) {
        this.part = part;
        this.taker = taker;
        this.naming = naming;
        long most = 0;
        for (ListedItem item : items) {
            asked.put(naming.uid(item), item);
            most = Math.max(most, believable(item));
        }
        this.largest = most;
    }

    private static long believable(ListedItem item) {
        return item.size() < 0 ? Integer.MAX_VALUE : item.size() * 2 + SLACK;
    }

    /** The FETCH items that it needs. */
    static String items(Naming naming, FetchRequest.Part part) {
        String body = part == FetchRequest.Part.FULL ? "BODY.PEEK[]" : "BODY.PEEK[HEADER]";
        return "(UID FLAGS INTERNALDATE" + naming.extra() + " " + body + ")";
    }

    @Override
    public Bodies bodies() {
        return part == FetchRequest.Part.FULL ? Bodies.MESSAGE : Bodies.HEADER;
    }

    @Override
    public long largest(long uid) {
        ListedItem item = asked.get(uid);
        if (uid != 0 && item == null) {
            return -1;
        }
        long most = item == null ? largest : believable(item);
        return part == FetchRequest.Part.FULL ? most : Math.max(most, HeaderIdentity.MAX_HEADER);
    }

    @Override
    public boolean fetched(Fetched item) throws FailureException {
        boolean hasBody = item.body() != null || item.bodyIsNil();
        if (item.uid() == 0) {
            // the server may tell the flags of any message at any time; a body needs its UID
            return !hasBody;
        }
        ListedItem wanted = asked.get(item.uid());
        if (wanted == null) {
            return !hasBody;
        }
        Fetched whole = partial.remove(item.uid());
        if (whole == null) {
            whole = item;
        } else {
            whole.merge(item);
        }
        if (isComplete(whole)) {
            asked.remove(item.uid());
            taker.take(wanted, whole);
        } else {
            partial.put(item.uid(), whole);
        }
        return true;
    }

    private boolean isComplete(Fetched item) {
        return naming.isTold(item)
                && (item.body() != null || item.bodyIsNil())
                && item.flags() != null
                && item.isDated();
    }

    @Override
    public void done(Reply end) throws FailureException {
        reply = end;
        for (Map.Entry<Long, Fetched> entry : List.copyOf(partial.entrySet())) {
            if (entry.getValue().body() != null) {
                partial.remove(entry.getKey());
                taker.take(asked.remove(entry.getKey()), entry.getValue());
            }
        }
    }

    Reply reply() {
        return reply;
    }

    /** What was asked for and did not come. */
    List<ListedItem> missing() {
        return new ArrayList<>(asked.values());
    }

    /** Gives back bodies that came and were not handed on. */
    void discard() {
        partial.values().forEach(Fetched::discard);
        partial.clear();
    }
}
