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
    private final Naming naming;
    private final Deque<Part> underWay = new ArrayDeque<>();
    private long bytes;

    Fetching(Session session, FetchSink sink) {
        this.session = session;
        this.sink = sink;
        this.naming = new Naming(session.profile.items());
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
            while (isBusy()) {
                session.pipeline.step();
                progress();
            }
            sink.failed(request, request.items(), e.failure());
            return;
        }
        send(request);
    }

    private void send(FetchRequest request) throws FailureException {
        List<ListedItem> items = new ArrayList<>(request.items());
        items.sort(Comparator.comparingLong(naming::uid));
        int from = 0;
        for (String set : UidSet.of(uids(items), session.settings.commandLength())) {
            int count = UidSet.count(set);
            send(request, items.subList(from, from + count), set);
            from += count;
        }
    }

    private long[] uids(List<ListedItem> items) {
        return items.stream().mapToLong(naming::uid).toArray();
    }

    private void send(FetchRequest request, List<ListedItem> items, String set) throws FailureException {
        long size = items.stream().mapToLong(item -> Math.max(0, item.size())).sum();
        session.context.limits().acquire(LimitLease.Kind.MESSAGES, items.size());
        session.context.limits().acquire(LimitLease.Kind.BYTES, size);
        Part part = new Part(request, items, session.selected(request.folder(), false), size);
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
        private final Selection selection;
        private final FetchAnswer answer;
        private final long bytes;

        Part(FetchRequest request, List<ListedItem> items, Selection selection, long bytes) {
            this.request = request;
            this.items = items;
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
            return otherDate || otherSize;
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
                send(request, List.of(item), Long.toString(naming.uid(item)));
            }
        }
    }
}
