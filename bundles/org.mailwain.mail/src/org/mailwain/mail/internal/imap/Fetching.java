package org.mailwain.mail.internal.imap;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.LimitLease;
import org.mailwain.mail.MailFailure;
import org.mailwain.mail.internal.protocol.Fetched;
import org.mailwain.mail.internal.protocol.Reply;

/** Reads items, several requests ahead of the answers. */
final class Fetching implements Pump.Work<FetchRequest> {
    static final int AHEAD = 16;
    /** So many bytes may be under way besides the request that is being answered. */
    private static final long BYTES_AHEAD = 16 << 20;

    private final Session session;
    private final FetchSink sink;
    private final Deque<Part> underWay = new ArrayDeque<>();
    private long bytes;

    Fetching(Session session, FetchSink sink) {
        this.session = session;
        this.sink = sink;
    }

    void run(Feed<FetchRequest> requests) throws FailureException {
        try {
            new Pump<>(session.pipeline, requests, this).run();
        } finally {
            underWay.forEach(part -> part.answer.discard());
        }
    }

    @Override
    public boolean hasRoom() {
        return underWay.isEmpty() || underWay.size() < AHEAD && bytes < BYTES_AHEAD;
    }

    @Override
    public boolean isBusy() {
        return !underWay.isEmpty();
    }

    @Override
    public void start(FetchRequest request) throws FailureException {
        try {
            session.wireName(request.folder());
        } catch (FailureException e) {
            if (e.failure().scope() != Scope.FOLDER) {
                throw e;
            }
            drain();
            sink.failed(request, request.items(), e.failure());
            return;
        }
        Naming naming = new Naming(session, request.folder());
        if (naming.knows(request.items()) || learn(request, naming)) {
            send(request, naming);
        }
    }

    private void drain() throws FailureException {
        while (isBusy()) {
            session.pipeline.step();
            progress();
        }
    }

    /** Another session listed the items: which UIDs they have is asked once for the whole folder. */
    private boolean learn(FetchRequest request, Naming naming) throws FailureException {
        drain();
        Selection selection = session.selected(request.folder(), false);
        ListAnswer all = new ListAnswer(session, naming, 1, 1000, items -> {});
        Reply reply = session.pipeline.run(all, words -> words.text("UID FETCH 1:* " + ListAnswer.items(naming)));
        if (!selection.failed() && (reply.isOk() || selection.count() == 0)) {
            session.uids(request.folder()).whole();
            return true;
        }
        Failure failure = selection.failed()
                ? selection.failure()
                : session.pipeline.refusals().folder(reply, request.folder());
        sink.failed(request, request.items(), session.obey(failure));
        return false;
    }

    private void send(FetchRequest request, Naming naming) throws FailureException {
        List<ListedItem> items = new ArrayList<>(request.items());
        List<ListedItem> gone =
                items.stream().filter(item -> naming.uid(item) <= 0).toList();
        if (!gone.isEmpty()) {
            drain();
            sink.vanished(request, gone);
            items.removeAll(gone);
        }
        items.sort(Comparator.comparingLong(naming::uid));
        int from = 0;
        long[] uids = items.stream().mapToLong(naming::uid).toArray();
        for (String set : UidSet.of(uids, session.settings.commandLength())) {
            int count = UidSet.count(set);
            send(request, items.subList(from, from + count), naming, set);
            from += count;
        }
    }

    private void send(FetchRequest request, List<ListedItem> items, Naming naming, String set) throws FailureException {
        long size = items.stream().mapToLong(item -> Math.max(0, item.size())).sum();
        session.context.limits().acquire(LimitLease.Kind.MESSAGES, items.size());
        session.context.limits().acquire(LimitLease.Kind.BYTES, size);
        Part part = new Part(request, items, naming, session.selected(request.folder(), false), size);
        underWay.add(part);
        bytes += size;
        session.pipeline.send(
                part.answer,
                words -> words.text("UID FETCH ").text(set).text(" ").text(FetchAnswer.items(naming, request.part())));
    }

    @Override
    public void progress() throws FailureException {
        while (!underWay.isEmpty() && underWay.peek().answer.reply() != null) {
            Part part = underWay.poll();
            bytes -= part.bytes;
            part.finish();
        }
    }

    /** As many items as one command asks for. */
    private final class Part {
        private final FetchRequest request;
        private final List<ListedItem> items;
        private final Naming naming;
        private final Selection selection;
        private final FetchAnswer answer;
        private final long bytes;

        Part(FetchRequest request, List<ListedItem> items, Naming naming, Selection selection, long bytes) {
            this.request = request;
            this.items = items;
            this.naming = naming;
            this.selection = selection;
            this.bytes = bytes;
            this.answer = new FetchAnswer(naming, items, request.part(), this::take);
        }

        private void take(ListedItem asked, Fetched item) throws FailureException {
            if (selection.failed()) {
                item.discard();
                return;
            }
            ListedItem now = naming.renewed(asked, item);
            if (isAnother(asked, item)) {
                item.discard();
                sink.failed(request, List.of(asked), MailFailure.FOLDER_RENEWED.with(request.folder()));
            } else if (item.body() != null) {
                sink.item(request, now, item.body());
            } else if (asked.size() == 0) {
                sink.item(request, now, nothing());
            } else {
                sink.failed(request, List.of(asked), MailFailure.MESSAGE_UNREADABLE.with("NIL"));
            }
        }

        /** A message never changes its date of arrival: a UID with another names another message by now. */
        private boolean isAnother(ListedItem asked, Fetched item) {
            boolean otherDate = asked.received() != null
                    && item.received() != null
                    && !asked.received().equals(item.received());
            boolean otherSize = selection.isDoubtful()
                    && request.part() == FetchRequest.Part.FULL
                    && item.body() != null
                    && item.body().size() != asked.size();
            return otherDate || otherSize || naming.isAnother(asked, item);
        }

        private Body nothing() throws FailureException {
            try {
                return session.context.bodies().receive(InputStream.nullInputStream(), 0);
            } catch (IOException e) {
                throw new FailureException(MailFailure.SPOOL_FAILED.with(e.getMessage()), e);
            }
        }

        void finish() throws FailureException {
            Reply reply = answer.reply();
            List<ListedItem> missing = answer.missing();
            answer.discard();
            if (selection.failed()) {
                sink.failed(request, items, selection.failure());
            } else if (missing.isEmpty()) {
                return;
            } else if (reply.isOk()) {
                sink.vanished(request, missing);
            } else {
                refused(reply, missing);
            }
        }

        /** One message that cannot be read must not take the others with it: each is asked for by itself. */
        private void refused(Reply reply, List<ListedItem> missing) throws FailureException {
            Failure failure = session.pipeline.refusals().fetch(reply, request.folder());
            if (failure.scope() != Scope.MESSAGE || items.size() == 1) {
                sink.failed(request, missing, session.obey(failure));
                return;
            }
            for (ListedItem item : missing) {
                send(request, List.of(item), naming, Long.toString(naming.uid(item)));
            }
        }
    }
}
