package org.mailwain.tck.memory;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.ChangeSink;
import org.mailwain.api.provider.EnsuredFolder;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.FlagChange;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.OutcomeSink;
import org.mailwain.api.provider.Standing;
import org.mailwain.api.provider.StandingSink;
import org.mailwain.api.provider.Traits;

/** A session on a {@link MemoryMailbox}. */
final class MemorySession implements MailboxWriter {
    private static final int PAGE = 1_000;

    private final MemoryMailbox mailbox;
    private final Line line;
    private final BodyStore bodies;
    private final Traits traits;
    private final MemoryAppends appends;

    MemorySession(MemoryMailbox mailbox, Line line, BodyStore bodies) {
        this.mailbox = mailbox;
        this.line = line;
        this.bodies = bodies;
        this.traits = mailbox.options().traits();
        this.appends = new MemoryAppends(mailbox, line);
    }

    @Override
    public Traits traits() {
        return traits;
    }

    @Override
    public List<Folder> folders() throws FailureException {
        line.pass(Faults.Point.FOLDERS);
        return mailbox.folders();
    }

    @Override
    public FolderStatus state(FolderPath path) throws FailureException {
        line.pass(Faults.Point.STATE);
        return status(path);
    }

    /** One passage for all, as LIST-STATUS is one round trip. */
    @Override
    public List<FolderStatus> states(Collection<FolderPath> folders) throws FailureException {
        line.pass(Faults.Point.STATE);
        List<FolderStatus> all = new ArrayList<>();
        for (FolderPath path : folders) {
            all.add(status(path));
        }
        return all;
    }

    private FolderStatus status(FolderPath path) throws FailureException {
        synchronized (mailbox) {
            return existing(path).status(traits.changes());
        }
    }

    private MemoryFolder existing(FolderPath path) throws FailureException {
        MemoryFolder folder = mailbox.folder(path);
        if (folder == null) {
            throw MemoryFailure.NO_FOLDER.raise(path);
        }
        return folder;
    }

    @Override
    public Growth compare(FolderState before, FolderState now) {
        return MemoryFolder.compare(before, now);
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

    private void listOne(ListRequest request, ListSink sink) throws FailureException {
        List<MemoryMessage> all;
        FolderStatus status;
        try {
            line.pass(Faults.Point.LIST);
            synchronized (mailbox) {
                MemoryFolder folder = existing(request.folder());
                status = folder.status(traits.changes());
                all = from(folder, request.from());
            }
        } catch (FailureException e) {
            throw FolderFailure.where(e);
        }
        sink.begin(request, status);
        List<MemoryMessage> ordered = request.order() == ListRequest.Order.NEWEST_FIRST ? all.reversed() : all;
        for (int at = 0; at < ordered.size(); at += request.pageSize()) {
            try {
                line.pass(Faults.Point.PAGE);
            } catch (FailureException e) {
                throw FolderFailure.where(e);
            }
            sink.page(
                    request.folder(),
                    ordered.subList(at, Math.min(at + request.pageSize(), ordered.size())).stream()
                            .map(MemorySession::listed)
                            .toList());
        }
        sink.end(request.folder());
    }

    private static List<MemoryMessage> from(MemoryFolder folder, Mark from) {
        return from == null || !from.epoch().equals(folder.epoch())
                ? List.copyOf(folder.messages().values())
                : List.copyOf(folder.messages().tailMap(from.next(), true).values());
    }

    private static ListedItem listed(MemoryMessage message) {
        return new ListedItem(
                message.id(), message.content().size(), message.received(), message.flags());
    }

    @Override
    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
        Pump<FetchRequest> pump = new Pump<>(requests, traits.pipelining());
        for (FetchRequest request = pump.next(line); request != null; request = pump.next(line)) {
            Optional<Failure> failed = Optional.empty();
            try {
                line.pass(Faults.Point.FETCH);
                existing(request.folder());
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
            MemoryMessage message;
            synchronized (mailbox) {
                MemoryFolder folder = mailbox.folder(request.folder());
                message = folder == null ? null : folder.get(item.id());
            }
            if (message == null) {
                vanished.add(item);
                continue;
            }
            Optional<Failure> failure = mailbox.faults().unreadable(request.folder(), message);
            if (failure.isPresent()) {
                sink.failed(request, List.of(item), failure.get());
            } else {
                sink.item(request, listed(message), body(message, request.part()));
            }
        }
        if (!vanished.isEmpty()) {
            sink.vanished(request, vanished);
        }
    }

    private Body body(MemoryMessage message, FetchRequest.Part part) throws FailureException {
        byte[] bytes = part == FetchRequest.Part.FULL ? message.content().bytes() : message.content().header();
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
        List<MemoryMessage> changed;
        List<ItemId> gone;
        List<ItemId> standing;
        synchronized (mailbox) {
            MemoryFolder folder = existing(path);
            long[] then = since.value().isEmpty() ? new long[4] : MemoryFolder.numbers(since);
            if (!since.value().isEmpty() && !folder.epoch().value().equals(Long.toString(then[0]))) {
                throw MemoryFailure.EPOCH.raise(path);
            }
            changed = folder.changedSince(traits.changes() ? then[3] : 0);
            gone = folder.vanishedSince(then[3]);
            standing = folder.messages().values().stream().map(MemoryMessage::id).toList();
        }
        boolean names = mailbox.options().vanished() && traits.changes() && !since.value().isEmpty();
        for (List<MemoryMessage> page : pages(changed)) {
            sink.changed(page.stream().map(MemorySession::listed).toList());
        }
        if (names) {
            for (List<ItemId> page : pages(gone)) {
                sink.vanished(page);
            }
            return;
        }
        int left = standing.size();
        for (List<ItemId> page : pages(standing)) {
            left -= page.size();
            sink.standing(page, left == 0);
        }
        if (standing.isEmpty()) {
            sink.standing(List.of(), true);
        }
    }

    private static <T> List<List<T>> pages(List<T> all) {
        List<List<T>> pages = new ArrayList<>();
        for (int at = 0; at < all.size(); at += PAGE) {
            pages.add(all.subList(at, Math.min(at + PAGE, all.size())));
        }
        return pages;
    }

    @Override
    public List<EnsuredFolder> ensureFolders(List<FolderWish> wishes) throws FailureException {
        line.pass(Faults.Point.ENSURE);
        return wishes.stream().map(appends::ensure).toList();
    }

    @Override
    public void append(Feed<AppendBatch> batches, OutcomeSink sink) throws FailureException {
        appends.run(batches, sink);
    }

    @Override
    public void settle(FolderPath path, Mark from, StandingSink sink) throws FailureException {
        line.pass(Faults.Point.SETTLE);
        List<MemoryMessage> all;
        synchronized (mailbox) {
            all = from(existing(path), from);
        }
        for (List<MemoryMessage> page : pages(all)) {
            sink.page(page.stream().map(this::standing).toList());
        }
    }

    private Standing standing(MemoryMessage message) {
        byte[] header = message.content().header();
        return new Standing(
                listed(message),
                message.position(),
                HeaderIdentity.of(header, header.length),
                traits.ownKeys() ? message.key() : Optional.empty());
    }

    @Override
    public List<Failure> setFlags(FolderPath path, List<FlagChange> changes) throws FailureException {
        line.pass(Faults.Point.FLAGS);
        List<Failure> refused = new ArrayList<>();
        synchronized (mailbox) {
            MemoryFolder folder = existing(path);
            for (FlagChange change : changes) {
                MemoryMessage message = folder.get(change.id());
                if (message == null) {
                    refused.add(MemoryFailure.NO_ITEM.with(change.id()));
                } else {
                    folder.flags(message, change.flags());
                }
            }
        }
        return refused;
    }

    @Override
    public void remove(FolderPath path, List<ItemId> ids) throws FailureException {
        line.pass(Faults.Point.REMOVE);
        if (!traits.removes()) {
            throw MemoryFailure.REFUSED.raise();
        }
        synchronized (mailbox) {
            MemoryFolder folder = existing(path);
            ids.forEach(folder::remove);
        }
    }

    @Override
    public void close() {
        line.close();
    }
}
