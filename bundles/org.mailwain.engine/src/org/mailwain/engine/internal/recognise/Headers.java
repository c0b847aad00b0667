package org.mailwain.engine.internal.recognise;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.body.StoredBody;

/** Reads the headers of many items of one folder. What cannot be read is left out: it is met again when it is copied. */
public final class Headers {
    private static final int PAGE = 200;

    private Headers() {}

    /** @param ordinal names it for the caller */
    public record Wanted(ListedItem item, int ordinal) {}

    /** Takes one header. */
    @FunctionalInterface
    public interface Sink {
        void header(Wanted wanted, HeaderIdentity identity);
    }

    public static void read(MailboxReader reader, FolderPath folder, Iterator<Wanted> wanted, Sink sink)
            throws FailureException {
        Run run = new Run(folder, wanted, sink);
        reader.fetch(run, run);
    }

    private static final class Run implements Feed<FetchRequest>, FetchSink {
        private final FolderPath folder;
        private final Iterator<Wanted> wanted;
        private final Sink sink;
        private final Deque<Map<ItemId, Wanted>> underWay = new ArrayDeque<>();

        Run(FolderPath folder, Iterator<Wanted> wanted, Sink sink) {
            this.folder = folder;
            this.wanted = wanted;
            this.sink = sink;
        }

        @Override
        public FetchRequest poll() {
            Map<ItemId, Wanted> page = new HashMap<>();
            List<ListedItem> items = new ArrayList<>();
            while (wanted.hasNext() && page.size() < PAGE) {
                Wanted next = wanted.next();
                page.put(next.item().id(), next);
                items.add(next.item());
            }
            if (items.isEmpty()) {
                return null;
            }
            underWay.add(page);
            return new FetchRequest(folder, items, FetchRequest.Part.HEADER);
        }

        @Override
        public FetchRequest take() {
            return poll();
        }

        @Override
        public void item(FetchRequest request, ListedItem item, Body body) throws FailureException {
            try (body) {
                Wanted next = took(item);
                if (next != null) {
                    sink.header(next, StoredBody.of(body).identity());
                }
            } catch (IOException e) {
                throw new FailureException(EngineFailure.SPOOL.with(folder, e.getMessage()), e);
            }
        }

        private Wanted took(ListedItem item) {
            for (Map<ItemId, Wanted> page : underWay) {
                Wanted next = page.remove(item.id());
                if (next != null) {
                    if (page.isEmpty()) {
                        underWay.remove(page);
                    }
                    return next;
                }
            }
            return null;
        }

        @Override
        public void vanished(FetchRequest request, List<ListedItem> items) {
            items.forEach(this::took);
        }

        @Override
        public void failed(FetchRequest request, List<ListedItem> items, Failure failure) throws FailureException {
            if (failure.scope() != Scope.MESSAGE && failure.scope() != Scope.FOLDER) {
                throw new FailureException(failure);
            }
            items.forEach(this::took);
        }
    }
}
