package org.mailwain.mail.internal.imap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.mail.internal.protocol.Reply;

/** Lists one folder from its end. */
final class Backwards {
    private final Session session;
    private final ListSink sink;
    private final Naming naming;
    private final ListRequest request;

    Backwards(Session session, ListSink sink, ListRequest request) {
        this.session = session;
        this.sink = sink;
        this.naming = new Naming(session, request.folder());
        this.request = request;
    }

    void run() throws FailureException {
        try {
            list();
        } catch (FailureException e) {
            if (e.failure().scope() != Scope.FOLDER) {
                throw e;
            }
            sink.failed(request.folder(), e.failure());
        }
    }

    private void list() throws FailureException {
        StatusAnswer status = session.needsStatus() ? StatusAnswer.send(session, request.folder()) : null;
        Selection selection = session.select(request.folder(), false);
        session.pipeline.await();
        if (selection.failed()) {
            throw new FailureException(selection.failure());
        }
        if (status != null) {
            selection.fill(status);
            session.needsStatus(!selection.complete());
        }
        sink.begin(request, selection.state().status());
        boolean all = request.from() == null || !selection.isInEpochOf(request.from());
        pages(selection.count(), all ? 1 : request.from().next());
    }

    private void pages(long count, long from) throws FailureException {
        long last = count;
        boolean more = last > 0;
        while (more) {
            long first = Math.max(1, last - request.pageSize() + 1);
            List<ListedItem> items = new ArrayList<>();
            Reply reply = page(first, last, items);
            if (!reply.isOk()) {
                throw new FailureException(session.pipeline.refusals().folder(reply, request.folder()));
            }
            more = !items.removeIf(item -> naming.uid(item) < from) && first > 1;
            if (!items.isEmpty()) {
                Collections.reverse(items);
                sink.page(request.folder(), items);
            }
            last = first - 1;
        }
        sink.end(request.folder());
    }

    /** By numbers, which stand still from one FETCH to the next (RFC 9051 section 7.5.1). */
    private Reply page(long first, long last, List<ListedItem> into) throws FailureException {
        ListAnswer answer = new ListAnswer(session, naming, 1, request.pageSize(), into::addAll);
        return session.pipeline.run(
                answer, words -> words.text("FETCH " + first + ":" + last + " " + ListAnswer.items(naming)));
    }
}
