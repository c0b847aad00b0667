package org.mailwain.engine.internal.copy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.Body;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.FetchRequest;
import org.mailwain.api.provider.FetchSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.limit.AnswerTime;
import org.mailwain.engine.internal.limit.DayLimit;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;
import org.mailwain.ledger.FolderCommit.Result;

/**
 * One connection that reads: draws folder after folder, many requests under way, and hands the messages to the
 * assembler, until the day's limit is spent. What was not delivered when a connection was lost is asked for again, the first of it alone. Runs on one
 * thread.
 */
final class ReaderLine {
    private static final int LAST_LOSS = 3;
    private static final int COMMIT = 500;
    /** So many messages are measured together, to tell whether the source becomes slower. */
    private static final int MEASURE = 10;

    private final Job job;
    private final Side<MailboxReader> side;
    private final AnswerTime time;
    private final Requests requests;
    private final Assembler assembler;
    private final Books books;
    private final DayLimit day;
    private final Deque<Asked> underWay = new ArrayDeque<>();
    private final Deque<Asked> again = new ArrayDeque<>();
    private final Map<ItemId, Integer> losses = new HashMap<>();
    private final List<Result> results = new ArrayList<>();
    private Requests.Share share;
    private boolean reopened;

    ReaderLine(Job job, Side<MailboxReader> side, Requests requests, Assembler assembler, Books books, DayLimit day) {
        this.job = job;
        this.side = side;
        this.time = side.time();
        this.requests = requests;
        this.assembler = assembler;
        this.books = books;
        this.day = day;
    }

    /** Reads until nothing is left. */
    void run() throws FailureException {
        side.whenFull(this::makeRoom);
        try {
            do {
                read();
            } while (!again.isEmpty() && !day.isSpent());
            leaveRest();
            assembler.flush();
        } finally {
            side.whenFull(() -> {});
            assembler.abandon();
        }
    }

    /** What the day's limit does not let through is for a later pass. */
    private void leaveRest() {
        again.forEach(asked -> asked.pair().leaveUnfinished());
        if (share != null && share.hasNext()) {
            share.pair().leaveUnfinished();
        }
    }

    private void makeRoom() {
        try {
            assembler.flush();
        } catch (FailureException e) {
            job.stop().now();
        }
    }

    private void read() throws FailureException {
        try {
            MailboxReader session = side.session();
            if (reopened) {
                checkEpochs(session);
            }
            time.leave();
            session.fetch(new Drawn(), new Sink());
            time.enter();
            job.stop().soft().check();
            commitResults();
            incomplete();
        } catch (FailureException e) {
            time.enter();
            time.take();
            incomplete();
            reopened = true;
            side.recover(e);
        }
    }

    /** Ids mean nothing in another epoch. */
    private void checkEpochs(MailboxReader session) throws FailureException {
        List<Pair> pairs = new ArrayList<>();
        again.forEach(asked -> pairs.add(asked.pair()));
        if (share != null) {
            pairs.add(share.pair());
        }
        pairs.addAll(requests.waiting());
        for (Pair pair :
                pairs.stream().distinct().filter(p -> p.failure() == null).toList()) {
            try {
                if (!session.state(pair.path()).epoch().equals(pair.before().epoch())) {
                    pair.fail(EngineFailure.SOURCE_EPOCH.with(pair.path()));
                }
            } catch (FailureException e) {
                if (e.failure().scope() != Scope.FOLDER) {
                    throw e;
                }
                pair.fail(e.failure());
            }
        }
        reopened = false;
    }

    /** What was asked for and did not come: the first of it is suspected and goes alone. */
    private void incomplete() {
        boolean suspected = true;
        while (!underWay.isEmpty()) {
            Asked asked = underWay.poll();
            List<WorkList.Entry> rest = new ArrayList<>(asked.open().values());
            if (!rest.isEmpty() && suspected) {
                suspect(asked.pair(), rest.removeFirst());
                suspected = false;
            }
            if (!rest.isEmpty()) {
                again.add(Asked.of(asked.pair(), rest, false));
            }
        }
    }

    private void suspect(Pair pair, WorkList.Entry entry) {
        int lost = losses.merge(entry.item().id(), 1, Integer::sum);
        if (lost < LAST_LOSS) {
            again.add(Asked.of(pair, List.of(entry), true));
        } else {
            unread(pair, entry, EngineFailure.LOSES_CONNECTION.with(lost), true);
            commitResults(pair);
        }
    }

    private void unread(Pair pair, WorkList.Entry entry, Failure why, boolean retryable) {
        if (retryable) {
            pair.leaveUnfinished();
        }
        add(pair, books.unread(pair, entry.item(), entry.attempts(), why, retryable));
    }

    private void add(Pair pair, Result result) {
        results.add(result);
        if (results.size() >= COMMIT) {
            commitResults(pair);
        }
    }

    private void commitResults(Pair pair) {
        books.commit(pair.ledger(), results);
        results.clear();
    }

    /** Results are of one pair at a time. */
    private void commitResults() {
        if (share != null && !results.isEmpty()) {
            commitResults(share.pair());
        }
    }

    /** What the session draws. */
    private final class Drawn implements Feed<FetchRequest> {
        @Override
        public FetchRequest poll() {
            time.enter();
            FetchRequest next = draw();
            time.leave();
            return next;
        }

        private FetchRequest draw() {
            if (job.stop().soft().requested()
                    || day.isSpent()
                    || !underWay.isEmpty() && underWay.peekLast().alone()) {
                return null;
            }
            Asked next = next();
            if (next == null) {
                return null;
            }
            if (!day.take(next.bytes())) {
                again.addFirst(next);
                return null;
            }
            underWay.add(next);
            return next.request();
        }

        @Override
        public FetchRequest take() {
            return poll();
        }

        private Asked next() {
            while (!again.isEmpty()) {
                Asked asked = again.peek();
                if (asked.alone() && !underWay.isEmpty()) {
                    return null;
                }
                again.remove();
                if (asked.pair().failure() == null) {
                    return asked;
                }
                asked.open()
                        .values()
                        .forEach(e -> unread(asked.pair(), e, asked.pair().failure(), true));
                commitResults(asked.pair());
            }
            return fresh();
        }

        private Asked fresh() {
            while (true) {
                if (share == null || !share.hasNext()) {
                    commitResults();
                    share = requests.next();
                    if (share == null) {
                        return null;
                    }
                    Pair pair = share.pair();
                    pair.tally().started(pair.work().count(), pair.work().size());
                }
                Pair pair = share.pair();
                if (pair.failure() == null) {
                    return Asked.of(pair, share.next(), false);
                }
                share.rest().forEach(entry -> unread(pair, entry, pair.failure(), true));
            }
        }
    }

    /** What the session delivers. */
    private final class Sink implements FetchSink {
        private int measured;
        private long measuredBytes;

        private Asked find(FetchRequest request) {
            return underWay.stream()
                    .filter(asked -> asked.request() == request)
                    .findFirst()
                    .orElseThrow();
        }

        private WorkList.Entry took(Asked asked, ListedItem item) {
            WorkList.Entry entry = asked.open().remove(item.id());
            if (asked.open().isEmpty()) {
                underWay.remove(asked);
            }
            return entry;
        }

        @Override
        public void item(FetchRequest request, ListedItem item, Body body) throws FailureException {
            time.enter();
            try {
                take(find(request), item, body);
            } finally {
                time.leave();
            }
        }

        private void take(Asked asked, ListedItem item, Body body) throws FailureException {
            WorkList.Entry entry = took(asked, item);
            side.progress();
            measured++;
            measuredBytes += body.size();
            if (measured == MEASURE || asked.open().isEmpty()) {
                side.answered(time.take(), measured, measuredBytes);
                measured = 0;
                measuredBytes = 0;
            }
            books.check();
            if (entry == null || asked.pair().failure() != null) {
                body.close();
                if (entry != null) {
                    unread(asked.pair(), entry, asked.pair().failure(), true);
                    commitResults(asked.pair());
                }
                return;
            }
            assembler.add(asked.pair(), item, entry, body);
        }

        @Override
        public void vanished(FetchRequest request, List<ListedItem> items) {
            Asked asked = find(request);
            for (ListedItem item : items) {
                WorkList.Entry entry = took(asked, item);
                add(asked.pair(), books.vanished(asked.pair(), item, entry == null ? 0 : entry.attempts()));
            }
            commitResults(asked.pair());
        }

        @Override
        public void failed(FetchRequest request, List<ListedItem> items, Failure failure) {
            Asked asked = find(request);
            if (failure.scope() == Scope.FOLDER) {
                asked.pair().fail(failure);
            }
            for (ListedItem item : items) {
                WorkList.Entry entry = took(asked, item);
                if (entry != null) {
                    boolean once = failure.scope() == Scope.MESSAGE && failure.retryable();
                    if (once && losses.putIfAbsent(item.id(), LAST_LOSS) == null) {
                        again.add(Asked.of(asked.pair(), List.of(entry), true));
                    } else {
                        unread(asked.pair(), entry, failure, failure.retryable() || failure.scope() == Scope.FOLDER);
                    }
                }
            }
            commitResults(asked.pair());
        }
    }
}
