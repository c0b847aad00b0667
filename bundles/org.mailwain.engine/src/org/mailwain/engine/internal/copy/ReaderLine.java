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

/**
 * One connection that reads: draws folder after folder, many requests under way, and hands the messages to the
 * assembler, until the day's limit is spent. What was not delivered when a connection was lost is asked for again, the
 * first of it alone. Runs on one thread.
 */
final class ReaderLine {
    private static final int LAST_LOSS = 3;

    private final Job job;
    private final Side<MailboxReader> side;
    private final AnswerTime time;
    private final Requests requests;
    private final Assembler assembler;
    private final Books books;
    private final DayLimit day;
    private final Kept kept;
    private final Unread without;
    private final Deque<Asked> underWay = new ArrayDeque<>();
    private final Deque<Asked> again = new ArrayDeque<>();
    private final Map<ItemId, Integer> losses = new HashMap<>();
    private Requests.Share share;
    private boolean reopened;
    private FailureException trouble;

    ReaderLine(
            Job job,
            Side<MailboxReader> side,
            Requests requests,
            Assembler assembler,
            Books books,
            DayLimit day,
            Kept kept) {
        this.job = job;
        this.side = side;
        this.time = side.time();
        this.requests = requests;
        this.assembler = assembler;
        this.books = books;
        this.day = day;
        this.kept = kept;
        this.without = new Unread(books);
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
            if (trouble != null) {
                throw trouble;
            }
            job.stop().soft().check();
            without.commit();
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
            without.unread(pair, entry, EngineFailure.LOSES_CONNECTION.with(lost), true);
            without.commit();
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
                    || trouble != null
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
            kept.ask(next.open().values());
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
                        .forEach(e ->
                                without.unread(asked.pair(), e, asked.pair().failure(), true));
                without.commit();
            }
            return fresh();
        }

        private Asked fresh() {
            while (true) {
                if (share == null || !share.hasNext()) {
                    without.commit();
                    share = requests.next();
                    if (share == null) {
                        return null;
                    }
                    Pair pair = share.pair();
                    pair.tally().started(pair.work().count(), pair.work().size());
                }
                Pair pair = share.pair();
                if (pair.failure() == null && share.isNext(kept::comes)) {
                    // in its turn: what was asked for before comes first
                    if (!underWay.isEmpty() || !deliverKept()) {
                        return null;
                    }
                    continue;
                }
                if (pair.failure() == null) {
                    return Asked.of(pair, share.next(kept::comes), false);
                }
                share.rest().forEach(entry -> without.unread(pair, entry, pair.failure(), true));
            }
        }
    }

    /** Hands on what was read for another folder. @return whether it went well */
    private boolean deliverKept() {
        kept.askedForNothing();
        try {
            WorkList.Entry entry = share.nextIf(kept::has);
            while (entry != null) {
                job.stop().soft().check();
                books.check();
                assembler.add(
                        share.pair(),
                        entry.item(),
                        entry,
                        kept.take(entry.item().id(), side.bodies()));
                entry = share.nextIf(kept::has);
            }
            return true;
        } catch (FailureException e) {
            trouble = e;
            return false;
        }
    }

    /** What the session delivers. */
    private final class Sink implements FetchSink {
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
            side.read(body.size(), asked.open().isEmpty());
            books.check();
            if (entry == null || asked.pair().failure() != null) {
                body.close();
                if (entry != null) {
                    without.unread(asked.pair(), entry, asked.pair().failure(), true);
                    without.commit();
                }
                return;
            }
            keep(entry, body);
            assembler.add(asked.pair(), item, entry, body);
        }

        private void keep(WorkList.Entry entry, Body body) throws FailureException {
            try {
                kept.keep(entry, body);
            } catch (FailureException | RuntimeException e) {
                body.close();
                throw e;
            }
        }

        @Override
        public void vanished(FetchRequest request, List<ListedItem> items) {
            Asked asked = find(request);
            for (ListedItem item : items) {
                WorkList.Entry entry = took(asked, item);
                without.vanished(asked.pair(), item, entry == null ? 0 : entry.attempts());
            }
            without.commit();
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
                        without.unread(
                                asked.pair(), entry, failure, failure.retryable() || failure.scope() == Scope.FOLDER);
                    }
                }
            }
            without.commit();
        }
    }
}
