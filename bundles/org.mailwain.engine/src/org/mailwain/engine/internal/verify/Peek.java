package org.mailwain.engine.internal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.body.StoredBody;
import org.mailwain.engine.internal.job.HeaderText;
import org.mailwain.engine.internal.job.Side;

/** Looks at the headers of a few items of one folder. */
final class Peek implements FetchSink {
    private static final int PAGE = 200;
    private static final int LONGEST = 250;

    private final Map<ItemId, String> subjects = new HashMap<>();

    private Peek() {}

    /** Subjects of those that stand there and can be read; empty where they have none. */
    static <S extends MailboxReader> Map<ItemId, String> subjects(
            Side<S> side, FolderPath folder, Collection<ItemId> ids) throws FailureException {
        List<ListedItem> items = ids.stream()
                .distinct()
                .map(id -> new ListedItem(id, -1, null, Flags.NONE))
                .toList();
        List<FetchRequest> requests = new ArrayList<>();
        for (int at = 0; at < items.size(); at += PAGE) {
            List<ListedItem> page = items.subList(at, Math.min(at + PAGE, items.size()));
            requests.add(new FetchRequest(folder, page, FetchRequest.Part.HEADER));
        }
        Peek peek = new Peek();
        if (!requests.isEmpty()) {
            side.persist(session -> {
                session.fetch(Feed.of(requests), peek);
                return null;
            });
        }
        return peek.subjects;
    }

    @Override
    public void item(FetchRequest request, ListedItem item, Body body) throws FailureException {
        try (body) {
            subjects.put(item.id(), new HeaderText(StoredBody.of(body).header()).field("Subject", LONGEST));
        } catch (IOException e) {
            throw new FailureException(EngineFailure.SPOOL.with(request.folder(), e.getMessage()), e);
        }
    }

    @Override
    public void vanished(FetchRequest request, List<ListedItem> items) {
        // has no subject
    }

    @Override
    public void failed(FetchRequest request, List<ListedItem> items, Failure failure) throws FailureException {
        if (failure.scope() != Scope.MESSAGE && failure.scope() != Scope.FOLDER) {
            throw new FailureException(failure);
        }
    }
}
