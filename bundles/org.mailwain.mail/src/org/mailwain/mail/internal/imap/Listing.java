package org.mailwain.mail.internal.imap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;

/** Lists folders, many at once: EXAMINE and FETCH of each are sent before the first is answered. */
final class Listing implements Pump.Work<ListRequest> {
    private static final int AHEAD = 32;

    private final Session session;
    private final ListSink sink;
    private final Deque<One> underWay = new ArrayDeque<>();

    Listing(Session session, ListSink sink) {
        this.session = session;
        this.sink = sink;
    }

    void run(Feed<ListRequest> requests) throws FailureException {
        new Pump<>(session.pipeline, requests, this).run();
    }

    @Override
    public boolean hasRoom() {
        return underWay.size() < AHEAD;
    }

    @Override
    public boolean isBusy() {
        return !underWay.isEmpty();
    }

    @Override
    public void start(ListRequest request) throws FailureException {
        if (request.order() == ListRequest.Order.NEWEST_FIRST) {
            while (isBusy()) {
                session.pipeline.step();
                progress();
            }
            new Backwards(session, sink, request).run();
            return;
        }
        One one = new One(request);
        try {
            one.send();
            underWay.add(one);
        } catch (FailureException e) {
            drain(e);
            sink.failed(request.folder(), e.failure());
        }
    }

    /** Folders are told one after the other. @throws FailureException where more than the folder has failed */
    private void drain(FailureException failure) throws FailureException {
        if (failure.failure().scope() != Scope.FOLDER) {
            throw failure;
        }
        while (isBusy()) {
            session.pipeline.step();
            progress();
        }
    }

    @Override
    public void progress() throws FailureException {
        while (!underWay.isEmpty() && underWay.peek().ended()) {
            underWay.poll().finish();
        }
    }

    /** The listing of one folder. */
    private final class One {
        private final ListRequest request;
        private StatusAnswer status;
        private Selection selection;
        private ListAnswer answer;
        private boolean begun;

        One(ListRequest request) {
            this.request = request;
        }

        private FolderPath folder() {
            return request.folder();
        }

        private long from() {
            return request.from() == null ? 1 : request.from().next();
        }

        void send() throws FailureException {
            if (session.needsStatus()) {
                status = StatusAnswer.send(session, folder());
            }
            selection = session.select(folder(), false);
            Naming naming = new Naming(session, folder());
            answer = new ListAnswer(session, naming, from(), request.pageSize(), this::page);
            session.pipeline.send(
                    answer,
                    words -> words.text("UID FETCH ")
                            .text(Long.toString(from()))
                            .text(":* ")
                            .text(ListAnswer.items(naming)));
        }

        private void page(List<ListedItem> items) throws FailureException {
            if (begin()) {
                sink.page(folder(), items);
            }
        }

        /** @return whether what comes is of use: the folder is open, in the epoch of the request */
        private boolean begin() throws FailureException {
            if (!selection.answered() || selection.failed() || isOtherEpoch()) {
                return false;
            }
            if (!begun) {
                begun = true;
                sink.begin(request, selection.state().status());
            }
            return true;
        }

        private boolean isOtherEpoch() {
            if (status != null) {
                selection.fill(status);
                session.needsStatus(!selection.complete());
                status = null;
            }
            return from() > 1 && !selection.isInEpochOf(request.from());
        }

        boolean ended() {
            return answer.reply() != null;
        }

        void finish() throws FailureException {
            if (selection.failed()) {
                sink.failed(folder(), selection.failure());
            } else if (isOtherEpoch()) {
                start(new ListRequest(folder(), null, request.order(), request.pageSize()));
            } else if (answer.reply().isOk() || selection.count() == 0) {
                // some servers refuse to fetch from a folder without messages
                begin();
                sink.end(folder());
            } else {
                sink.failed(folder(), session.pipeline.refusals().folder(answer.reply(), folder()));
            }
        }
    }
}
