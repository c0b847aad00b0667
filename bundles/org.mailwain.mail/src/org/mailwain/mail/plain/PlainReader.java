package org.mailwain.mail.plain;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
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
import org.mailwain.mail.internal.plain.PlainFetching;
import org.mailwain.mail.internal.plain.PlainView;

/** A session on a {@link PlainMailbox}. A folder is looked at whole each time: its names, never its messages. */
public final class PlainReader implements MailboxReader {
    private static final Traits TRAITS = new Traits(
            Fidelity.EXACT,
            Fidelity.LOOSE,
            false,
            1,
            1,
            false,
            false,
            false,
            true,
            false,
            -1,
            new NameRules("", -1, -1, false, false, Set.of(), Set.of()));

    private final PlainMailbox mailbox;
    private final SessionContext context;
    private volatile boolean closed;

    /** @throws FailureException where work was cancelled before */
    public PlainReader(PlainMailbox mailbox, SessionContext context) throws FailureException {
        context.cancel().check();
        this.mailbox = mailbox;
        this.context = context;
    }

    /** Sizes may be estimates; a changed flag shows in a folder's state. */
    @Override
    public Traits traits() {
        return TRAITS;
    }

    private void check() throws FailureException {
        context.cancel().check();
        if (closed) {
            throw PlainFailure.CLOSED.raise();
        }
    }

    @Override
    public List<Folder> folders() throws FailureException {
        check();
        Set<FolderPath> named;
        try {
            named = new TreeSet<>(mailbox.folders());
        } catch (IOException e) {
            throw new FailureException(PlainFailure.MAILBOX_UNREADABLE.with(e.getMessage()), e);
        }
        named.add(FolderPath.INBOX);
        Collection<FolderPath> all = new TreeSet<>(named);
        for (FolderPath path : named) {
            for (FolderPath above = path.parent(); above != null; above = above.parent()) {
                all.add(above);
            }
        }
        return all.stream()
                .map(path -> new Folder(path, uses(path), named.contains(path), named.contains(path), null))
                .toList();
    }

    private static Set<SpecialUse> uses(FolderPath path) {
        return path.isInbox() ? Set.of(SpecialUse.INBOX) : Set.of();
    }

    @Override
    public FolderStatus state(FolderPath folder) throws FailureException {
        return look(folder).status();
    }

    private PlainView look(FolderPath folder) throws FailureException {
        check();
        try {
            return PlainView.of(mailbox.items(folder));
        } catch (NoSuchFileException e) {
            throw new FailureException(MailFailure.FOLDER_MISSING.with(folder), e);
        } catch (IOException e) {
            throw new FailureException(PlainFailure.FOLDER_UNREADABLE.with(folder, e.getMessage()), e);
        }
    }

    @Override
    public Growth compare(FolderState before, FolderState now) {
        return !before.value().isEmpty() && before.equals(now) ? Growth.SAME : Growth.LIST_AGAIN;
    }

    /** Whatever the mark says: no position is known to be old. */
    @Override
    public void list(Feed<ListRequest> requests, ListSink sink) throws FailureException {
        check();
        for (ListRequest request = requests.take(); request != null; request = requests.take()) {
            PlainView view;
            try {
                view = look(request.folder());
            } catch (FailureException e) {
                sink.failed(request.folder(), ofFolder(e).failure());
                continue;
            }
            sink.begin(request, view.status());
            boolean oldestFirst = request.order() == ListRequest.Order.OLDEST_FIRST;
            for (List<ListedItem> page :
                    pages(oldestFirst ? view.items() : view.items().reversed(), request.pageSize())) {
                check();
                sink.page(request.folder(), page);
            }
            sink.end(request.folder());
        }
    }

    /** @throws FailureException again, where it is not about a folder alone */
    private static FailureException ofFolder(FailureException e) throws FailureException {
        if (e.failure().scope() != Scope.FOLDER) {
            throw e;
        }
        return e;
    }

    @Override
    public void fetch(Feed<FetchRequest> requests, FetchSink sink) throws FailureException {
        check();
        PlainFetching fetching = new PlainFetching(mailbox, context, this::look, sink);
        for (FetchRequest request = requests.take(); request != null; request = requests.take()) {
            check();
            fetching.fetch(request);
        }
    }

    /** All or nothing: where the state is another, everything that stands there may have changed. */
    @Override
    public void changes(FolderPath folder, FolderState since, ChangeSink sink) throws FailureException {
        PlainView view = look(folder);
        if (compare(since, view.status().state()) == Growth.SAME) {
            return;
        }
        for (List<ListedItem> page : pages(view.items(), ListRequest.MAX_PAGE)) {
            check();
            sink.changed(page);
        }
        List<List<ItemId>> standing =
                pages(view.items().stream().map(ListedItem::id).toList(), ListRequest.MAX_PAGE);
        for (int i = 0; i < standing.size(); i++) {
            sink.standing(standing.get(i), i == standing.size() - 1);
        }
        if (standing.isEmpty()) {
            sink.standing(List.of(), true);
        }
    }

    private static <T> List<List<T>> pages(List<T> all, int size) {
        List<List<T>> pages = new ArrayList<>();
        for (int at = 0; at < all.size(); at += size) {
            pages.add(all.subList(at, Math.min(at + size, all.size())));
        }
        return pages;
    }

    @Override
    public void close() {
        closed = true;
    }
}
