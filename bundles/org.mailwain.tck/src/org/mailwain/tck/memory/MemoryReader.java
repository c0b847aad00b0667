package org.mailwain.tck.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.BodyStore;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.HeaderIdentity;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.ChangeSink;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.Traits;

/** A session that reads what a {@link MemoryStore} shows. */
class MemoryReader implements MailboxReader {
    private final MemoryStore store;
    private final Line line;
    private final BodyStore bodies;
    private final Traits traits;
    private final int pageLimit;

    /** @param pageLimit most items that the server puts into a page */
    MemoryReader(MemoryStore store, Line line, BodyStore bodies, Traits traits, int pageLimit) {
        this.store = store;
        this.line = line;
        this.bodies = bodies;
        this.traits = traits;
        this.pageLimit = pageLimit;
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public List<Folder> folders() throws FailureException {
        line.pass(Faults.Point.FOLDERS);
        return store.folders();
    }

    @Override
    public FolderStatus state(FolderPath path) throws FailureException {
        line.pass(Faults.Point.STATE);
        return store.status(path);
    }

    /** One passage for all, as LIST-STATUS is one round trip. */
    @Override
    public List<FolderStatus> states(Collection<FolderPath> folders) throws FailureException {
        line.pass(Faults.Point.STATE);
        List<FolderStatus> all = new ArrayList<>();
        for (FolderPath path : folders) {
            all.add(store.status(path));
        }
        return all;
    }

    @Override
    public Growth compare(FolderState before, FolderState now) {
        return store.compare(before, now);
    }

    @Override
    public void list(Feed<ListRequest> requests, ListSink sink) throws FailureException {
        Pump<ListRequest> pump = new Pump<>(requests, traits.pipelining());
        for (ListRequest request = pump.next(line); request != null; request = pump.next(line)) {
            try {
                listOne(request, sink);
            } catch (FolderFailure e) {
                sink.failed(request.folder(), e.failure());
            }
            pump.answered();
        }
    }

    /** Knows one search: {@code TEXT} and a word that stands anywhere in the message. */
    @Override
    public Optional<Predicate<ItemId>> search(FolderPath folder, String criteria) throws FailureException {
        line.pass(Faults.Point.LIST);
        if (!criteria.startsWith("TEXT ")) {
            throw MemoryFailure.NAME.raise(criteria);
        }
        Set<ItemId> found = new HashSet<>();
        for (MemoryMessage message : store.standing(folder, null)) {
            String text = new String(message.content().bytes(), StandardCharsets.ISO_8859_1);
            if (text.contains(criteria.substring("TEXT ".length()))) {
                found.add(message.id());
            }
        }
        return Optional.of(found::contains);
    }

    private void listOne(ListRequest request, ListSink sink) throws FailureException {
        List<MemoryMessage> all;
        FolderStatus status;
        try {
            line.pass(Faults.Point.LIST);
            status = store.status(request.folder());
            all = store.standing(request.folder(), request.from());
        } catch (FailureException e) {
            throw FolderFailure.where(e);
        }
        sink.begin(request, status);
        List<MemoryMessage> ordered = request.order() == ListRequest.Order.NEWEST_FIRST ? all.reversed() : all;
        for (List<MemoryMessage> page : pages(ordered, Math.min(request.pageSize(), pageLimit))) {
            try {
                line.pass(Faults.Point.PAGE);
            } catch (FailureException e) {
                throw FolderFailure.where(e);
            }
            sink.page(request.folder(), listed(request.folder(), page));
        }
        sink.end(request.folder());
    }

    private List<ListedItem> listed(FolderPath folder, List<MemoryMessage> page) {
        return page.stream().map(message -> store.listed(folder, message)).toList();
    }

    @Override
    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
        Pump<FetchRequest> pump = new Pump<>(requests, traits.pipelining());
        for (FetchRequest request = pump.next(line); request != null; request = pump.next(line)) {
            Optional<Failure> failed = Optional.empty();
            try {
                line.pass(Faults.Point.FETCH);
                store.status(request.folder());
            } catch (FailureException e) {
                failed = Optional.of(FolderFailure.where(e).failure());
            }
            if (failed.isPresent()) {
                sink.failed(request, request.items(), failed.get());
            } else {
                fetchItems(request, sink);
            }
            pump.answered();
        }
    }

    private void fetchItems(FetchRequest request, FetchSink sink) throws FailureException {
        List<ListedItem> vanished = new ArrayList<>();
        for (ListedItem item : request.items()) {
            line.pass(Faults.Point.ITEM);
            MemoryMessage message = store.find(request.folder(), item.id());
            if (message == null) {
                vanished.add(item);
                continue;
            }
            Optional<Failure> failure = line.faults().unreadable(request.folder(), message);
            if (failure.isPresent()) {
                sink.failed(request, List.of(item), failure.get());
            } else {
                sink.item(request, store.listed(request.folder(), message), body(message, request.part()));
            }
        }
        if (!vanished.isEmpty()) {
            sink.vanished(request, vanished);
        }
    }

    private Body body(MemoryMessage message, FetchRequest.Part part) throws FailureException {
        byte[] bytes = part == FetchRequest.Part.FULL
                ? store.served(message).bytes()
                : store.served(message).header();
        int length = part == FetchRequest.Part.FULL ? bytes.length : Math.min(bytes.length, HeaderIdentity.MAX_HEADER);
        line.limits().acquire(LimitLease.Kind.MESSAGES, 1);
        line.limits().acquire(LimitLease.Kind.BYTES, length);
        try {
            return bodies.receive(new ByteArrayInputStream(bytes, 0, length), length);
        } catch (IOException e) {
            throw new FailureException(MemoryFailure.UNREADABLE.with().at(Scope.RUN), e);
        }
    }

    @Override
    public void changes(FolderPath path, FolderState since, ChangeSink sink) throws FailureException {
        line.pass(Faults.Point.CHANGES);
        MemoryStore.Difference difference = store.since(path, since);
        for (List<MemoryMessage> page : pages(difference.changed(), pageLimit)) {
            sink.changed(listed(path, page));
        }
        if (difference.vanished() != null) {
            for (List<ItemId> page : pages(difference.vanished(), pageLimit)) {
                sink.vanished(page);
            }
            return;
        }
        int left = difference.standing().size();
        for (List<ItemId> page : pages(difference.standing(), pageLimit)) {
            left -= page.size();
            sink.standing(page, left == 0);
        }
        if (difference.standing().isEmpty()) {
            sink.standing(List.of(), true);
        }
    }

    static <T> List<List<T>> pages(List<T> all, int size) {
        List<List<T>> pages = new ArrayList<>();
        for (int at = 0; at < all.size(); at += size) {
            pages.add(all.subList(at, Math.min(at + size, all.size())));
        }
        return pages;
    }

    @Override
    public void close() {
        line.close();
    }
}
