package org.mailwain.mail.internal.pop;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderState;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Growth;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.ChangeSink;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.NameRules;
import org.mailwain.api.provider.SessionContext;
import org.mailwain.api.provider.Traits;
import org.mailwain.api.provider.Traits.Fidelity;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.wire.Dialler;

/** A POP3 mailbox as it was when the session began: the inbox, no flags, no dates until a message is read. */
final class PopReader implements MailboxReader {
    private static final int DEPTH = 16;

    private enum Use {
        IDLE,
        BUSY,
        CLOSED
    }

    /** A call of the session's. */
    private interface Call<R> {
        R run() throws FailureException;
    }

    private final PopProtocol protocol;
    private final Dialler dialler;
    private final PopCapabilities capabilities;
    private final SessionContext context;
    private final int depth;
    private final AtomicReference<Use> use = new AtomicReference<>(Use.IDLE);
    private PopDrop drop;

    PopReader(PopProtocol protocol, Dialler dialler, PopCapabilities capabilities, SessionContext context) {
        this.protocol = protocol;
        this.dialler = dialler;
        this.capabilities = capabilities;
        this.context = context;
        this.depth = capabilities.has("PIPELINING") ? DEPTH : 1;
    }

    private <R> R call(Call<R> call) throws FailureException {
        context.cancel().check();
        if (!use.compareAndSet(Use.IDLE, Use.BUSY)) {
            throw MailFailure.CONNECTION_LOST.raise(protocol.wire().address());
        }
        try {
            if (drop == null) {
                drop = listing();
            }
            return call.run();
        } finally {
            if (!use.compareAndSet(Use.BUSY, Use.IDLE)) {
                protocol.wire().release();
            }
        }
    }

    private PopDrop listing() throws FailureException {
        try {
            return new PopListing(protocol, depth).run();
        } catch (FailureException e) {
            // answers may be under way that nobody reads any more
            protocol.wire().close();
            throw e;
        }
    }

    /** Sizes are what the server says, which counts line ends as it likes. There are no flags, so none change unseen. */
    @Override
    public Traits traits() {
        return new Traits(
                Fidelity.EXACT,
                Fidelity.LOOSE,
                false,
                1,
                depth,
                false,
                false,
                false,
                true,
                false,
                -1,
                NameRules.delimitedBy("/"));
    }

    @Override
    public List<Folder> folders() throws FailureException {
        return call(() -> List.of(new Folder(FolderPath.INBOX, Set.of(SpecialUse.INBOX), true, true, drop.status())));
    }

    @Override
    public FolderStatus state(FolderPath folder) throws FailureException {
        return call(() -> {
            if (!folder.isInbox()) {
                throw MailFailure.FOLDER_MISSING.raise(folder);
            }
            return drop.status();
        });
    }

    @Override
    public Growth compare(FolderState before, FolderState now) {
        if (drop == null) {
            return !before.value().isEmpty() && before.equals(now) ? Growth.SAME : Growth.LIST_AGAIN;
        }
        return drop.compare(before, now);
    }

    @Override
    public void list(Feed<ListRequest> requests, ListSink sink) throws FailureException {
        call(() -> {
            for (ListRequest request = requests.take(); request != null; request = requests.take()) {
                if (request.folder().isInbox()) {
                    list(request, sink);
                } else {
                    sink.failed(request.folder(), MailFailure.FOLDER_MISSING.with(request.folder()));
                }
            }
            return null;
        });
    }

    /** Whatever the mark says: no position is known to be old. */
    private void list(ListRequest request, ListSink sink) throws FailureException {
        sink.begin(request, drop.status());
        boolean oldestFirst = request.order() == ListRequest.Order.OLDEST_FIRST;
        List<ListedItem> page = new ArrayList<>();
        for (int i = 1; i <= drop.count(); i++) {
            page.add(listed(oldestFirst ? i : drop.count() + 1 - i));
            if (page.size() == request.pageSize() || i == drop.count()) {
                context.cancel().check();
                sink.page(request.folder(), page);
                page = new ArrayList<>();
            }
        }
        sink.end(request.folder());
    }

    private ListedItem listed(int number) {
        return new ListedItem(drop.id(number), drop.size(number), null, Flags.NONE);
    }

    @Override
    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
        call(() -> {
            boolean top = !capabilities.told() || capabilities.has("TOP");
            new PopFetching(protocol, drop, context, sink, depth, top).run(requests);
            return null;
        });
    }

    /** Messages do not change; without more than a hash of what stood there, what left cannot be named. */
    @Override
    public void changes(FolderPath folder, FolderState since, ChangeSink sink) throws FailureException {
        call(() -> {
            if (!folder.isInbox()) {
                throw MailFailure.FOLDER_MISSING.raise(folder);
            }
            if (!since.value().isEmpty() && !drop.isOf(since)) {
                throw MailFailure.FOLDER_RENEWED.raise(folder);
            }
            int known = Math.max(0, drop.grownSince(since));
            for (int at = known; at < drop.count(); at += ListRequest.MAX_PAGE) {
                List<ListedItem> page = new ArrayList<>();
                for (int i = at; i < Math.min(at + ListRequest.MAX_PAGE, drop.count()); i++) {
                    page.add(listed(i + 1));
                }
                sink.changed(page);
            }
            if (drop.grownSince(since) < 0) {
                standing(sink);
            }
            return null;
        });
    }

    private void standing(ChangeSink sink) throws FailureException {
        List<ItemId> ids = drop.ids();
        int at = 0;
        do {
            int end = Math.min(at + ListRequest.MAX_PAGE, ids.size());
            sink.standing(ids.subList(at, end), end == ids.size());
            at = end;
        } while (at < ids.size());
    }

    /** In the middle of a call, from another thread, the connection is cut; else we say good-bye. */
    @Override
    public void close() {
        Use before = use.getAndSet(Use.CLOSED);
        if (before == Use.IDLE) {
            protocol.leave();
        } else if (before == Use.BUSY) {
            protocol.wire().close();
        }
        dialler.close();
    }
}
