package org.mailwain.engine.internal.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;

/**
 * Asks for what was listed, in pages. What was under way when a connection was lost is asked for again: the page that
 * was to be answered item by item, and an item that costs the connection three times not any more.
 */
final class Requests implements Feed<FetchRequest> {
    private static final int HEADERS = 200;
    private static final int MESSAGES = 50;
    private static final long MESSAGE_BYTES = 8_000_000;
    static final int TRIES = 3;

    private final Listing.Items items;
    private final FetchRequest.Part part;
    private final Deque<Page> underWay = new ArrayDeque<>();
    private final Deque<Page> again = new ArrayDeque<>();
    private final Deque<Listing.Listed> wanted = new ArrayDeque<>();
    private Listing.Listed ahead;

    /** @param lost connections that it cost */
    private record Page(Place place, FetchRequest.Part part, Map<ItemId, ListedItem> left, int lost) {
        static Page of(Place place, FetchRequest.Part part, List<ListedItem> items, int lost) {
            Map<ItemId, ListedItem> left = new LinkedHashMap<>();
            items.forEach(item -> left.put(item.id(), item));
            return new Page(place, part, left, lost);
        }
    }

    /** @param content whether messages are read whole */
    Requests(Listing.Items items, boolean content) {
        this.items = items;
        this.part = content ? FetchRequest.Part.FULL : FetchRequest.Part.HEADER;
    }

    /** Asks for the whole message. */
    void whole(Listing.Listed listed) {
        wanted.add(listed);
    }

    /** @throws UncheckedIOException where what was listed cannot be read back */
    @Override
    public FetchRequest poll() {
        Page page = again.poll();
        if (page == null && wanted.size() >= MESSAGES) {
            page = whole();
        }
        if (page == null) {
            page = listed();
        }
        if (page == null && !wanted.isEmpty()) {
            page = whole();
        }
        if (page == null) {
            return null;
        }
        underWay.add(page);
        return new FetchRequest(page.place().path(), List.copyOf(page.left().values()), page.part());
    }

    /** What the answers of headers add is there by now: nothing is under way any more. */
    @Override
    public FetchRequest take() {
        return poll();
    }

    private Page whole() {
        Place place = wanted.getFirst().place();
        List<ListedItem> page = new ArrayList<>();
        while (!wanted.isEmpty() && wanted.getFirst().place() == place && page.size() < MESSAGES) {
            page.add(wanted.removeFirst().item());
        }
        return Page.of(place, FetchRequest.Part.FULL, page, 0);
    }

    private Page listed() {
        try {
            List<ListedItem> page = new ArrayList<>();
            int most = part == FetchRequest.Part.FULL ? MESSAGES : HEADERS;
            long bytes = 0;
            Place place = null;
            while (page.size() < most && bytes < MESSAGE_BYTES) {
                Listing.Listed next = ahead == null ? items.next() : ahead;
                ahead = next;
                if (next == null || place != null && next.place() != place) {
                    break;
                }
                ahead = null;
                place = next.place();
                page.add(next.item());
                bytes +=
                        part == FetchRequest.Part.FULL ? Math.max(0, next.item().size()) : 0;
            }
            return page.isEmpty() ? null : Page.of(place, part, page, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The item as it was listed, or null where it was not asked for. */
    Listing.Listed answered(FetchRequest request, ListedItem item) {
        for (Iterator<Page> pages = underWay.iterator(); pages.hasNext(); ) {
            Page page = pages.next();
            if (page.part() == request.part() && page.place().path().equals(request.folder())) {
                ListedItem listed = page.left().remove(item.id());
                if (listed != null) {
                    if (page.left().isEmpty()) {
                        pages.remove();
                    }
                    return new Listing.Listed(page.place(), listed);
                }
            }
        }
        return null;
    }

    /** A new session begins. @return items that cost the last one too often */
    List<Listing.Listed> restart() {
        List<Listing.Listed> given = new ArrayList<>();
        Deque<Page> redo = new ArrayDeque<>();
        Page culprit = underWay.poll();
        if (culprit != null) {
            int lost = culprit.lost() + 1;
            for (ListedItem item : culprit.left().values()) {
                if (lost >= TRIES) {
                    given.add(new Listing.Listed(culprit.place(), item));
                } else {
                    redo.add(Page.of(culprit.place(), culprit.part(), List.of(item), lost));
                }
            }
        }
        redo.addAll(underWay);
        redo.addAll(again);
        underWay.clear();
        again.clear();
        again.addAll(redo);
        return given;
    }
}
