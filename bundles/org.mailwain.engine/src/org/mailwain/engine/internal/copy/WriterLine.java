package org.mailwain.engine.internal.copy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.AppendBatch;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.Traits;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Side;

/**
 * One connection that appends: sends what its outbox holds, many batches under way, and between two such rounds settles
 * what was not answered and sends again, alone, what was under way when a connection was lost. Runs on one thread.
 */
final class WriterLine {
    private static final int LAST_LOSS = 3;

    private final Job job;
    private final Side<MailboxWriter> side;
    private final Outbox outbox;
    private final Intents intents;
    private final Books books;
    private final Settler settler;
    private final FlagsOwed owed;
    private final Answers answers;
    private final Map<Long, Parcel> underWay = new LinkedHashMap<>();
    private final Map<Long, Long> sentAt = new HashMap<>();
    private final Deque<Cargo> alone = new ArrayDeque<>();
    private Traits traits;

    WriterLine(
            Job job,
            Side<MailboxWriter> side,
            Outbox outbox,
            Intents intents,
            Books books,
            Settler settler,
            FlagsOwed owed) {
        this.job = job;
        this.side = side;
        this.outbox = outbox;
        this.intents = intents;
        this.books = books;
        this.settler = settler;
        this.owed = owed;
        this.answers = new Answers(intents, books, new Repairs(job), owed, outbox, alone);
    }

    /** Sends until the outbox is closed and empty. */
    void run() throws FailureException {
        try {
            while (!isThrough()) {
                send();
            }
            if (!owed.isEmpty()) {
                side.persist(session -> {
                    owed.settle(session, books);
                    return null;
                });
            }
        } finally {
            underWay.values().forEach(parcel -> parcel.items().forEach(Cargo::close));
            answers.unanswered().forEach(parcel -> parcel.items().forEach(Cargo::close));
            alone.forEach(Cargo::close);
        }
    }

    private void send() throws FailureException {
        try {
            MailboxWriter session = side.session();
            traits = session.traits();
            attend(session);
            session.append(new Ready(), this::answered);
            books.check();
            answers.checkHalt();
            job.stop().soft().check();
        } catch (FailureException e) {
            for (Parcel parcel : List.copyOf(underWay.values())) {
                answered(parcel.batch(), Collections.nCopies(parcel.items().size(), new Outcome.Unknown(e.failure())));
            }
            answers.unhalt();
            side.recover(e);
        }
    }

    private boolean isThrough() {
        return outbox.isThrough() && !wantsAttention();
    }

    private boolean wantsAttention() {
        return answers.isHalted()
                || !answers.unanswered().isEmpty()
                || !alone.isEmpty()
                || owed.isMuch()
                || outbox.lanes().stream().anyMatch(lane -> lane.failure() == null && lane.wantsLook());
    }

    private void answered(AppendBatch batch, List<Outcome> outcomes) throws FailureException {
        Parcel parcel = underWay.remove(batch.number());
        Long sent = sentAt.remove(batch.number());
        if (sent != null && outcomes.stream().allMatch(o -> o instanceof Outcome.Stored)) {
            side.answered(job.shared().rests().nanos() - sent, outcomes.size(), batch.bytes());
        }
        if (answers.take(traits, parcel, outcomes)) {
            side.progress();
        }
    }

    /** Settles, sends again, sets flags: whatever cannot be done while batches are under way. */
    private void attend(MailboxWriter session) throws FailureException {
        if (!answers.unanswered().isEmpty()) {
            afterBreak(session);
        }
        for (Lane lane : outbox.lanes()) {
            if (lane.wantsLook()) {
                look(session, lane);
            }
        }
        while (!alone.isEmpty() && answers.unanswered().isEmpty()) {
            job.stop().soft().check();
            books.check();
            sendAlone(session, alone.peek());
        }
        if (owed.isMuch()) {
            owed.settle(session, books);
        }
    }

    private void afterBreak(MailboxWriter session) throws FailureException {
        Set<Lane> lanes = new LinkedHashSet<>();
        answers.unanswered().forEach(parcel -> lanes.add(parcel.lane()));
        if (answers.lostConnection()) {
            settler.awaitQuiet(session, lanes);
        }
        for (Lane lane : lanes) {
            look(session, lane);
        }
        sendAgain();
        answers.settled();
    }

    /** A folder that cannot be looked at is not gone on with. */
    private void look(MailboxWriter session, Lane lane) throws FailureException {
        try {
            if (lane.failure() == null) {
                settler.look(session, lane);
            }
        } catch (FailureException e) {
            if (e.failure().scope() != Scope.FOLDER) {
                throw e;
            }
            lane.fail(e.failure());
        }
    }

    /**
     * What had been under way first when the connection was lost is suspected of it: its items go alone. The others
     * were only behind it. Where an answer was unclear, every item of it counts.
     */
    private void sendAgain() throws FailureException {
        boolean suspected = true;
        List<Parcel> again = new ArrayList<>();
        for (Parcel parcel : answers.unanswered()) {
            Lane lane = parcel.lane();
            List<Cargo> missing = parcel.items().stream()
                    .filter(cargo -> !lane.fates().get(cargo.key()).isResolved())
                    .toList();
            if (missing.isEmpty()) {
                continue;
            }
            if (lane.failure() != null) {
                answers.giveUp(missing, lane.failure(), true);
            } else if (suspected) {
                suspect(missing);
                suspected = !answers.lostConnection();
            } else if (missing.stream().anyMatch(cargo -> cargo.losses() > 0)) {
                alone.addAll(missing);
            } else {
                again.add(intents.intend(missing));
            }
        }
        outbox.putFirst(again);
    }

    private void suspect(List<Cargo> missing) throws FailureException {
        for (Cargo cargo : missing) {
            int losses = cargo.lost();
            if (losses >= LAST_LOSS) {
                answers.giveUp(List.of(cargo), EngineFailure.LOSES_CONNECTION.with(losses), true);
            } else {
                alone.add(cargo);
            }
        }
    }

    /** Looks once more before it is sent: the unanswered append may have landed meanwhile. */
    private void sendAlone(MailboxWriter session, Cargo cargo) throws FailureException {
        if (cargo.refusals() > 0) {
            job.shared()
                    .rests()
                    .rest(job.shared().settings().retry().first(), job.stop().soft());
        }
        Lane lane = cargo.lane();
        boolean again = lane.fates().containsKey(cargo.key());
        if (again) {
            look(session, lane);
        }
        alone.remove();
        if (again && lane.fates().get(cargo.key()).isResolved()) {
            return;
        }
        if (lane.failure() != null) {
            answers.giveUp(List.of(cargo), lane.failure(), true);
            return;
        }
        Parcel parcel = intents.intend(List.of(cargo));
        books.await(parcel.durable(), job.stop().soft());
        underWay.put(parcel.intent().number(), parcel);
        session.append(Feed.of(List.of(parcel.batch())), this::answered);
        answers.checkHalt();
    }

    /** What the session draws: nothing while something has to be attended to. */
    private final class Ready implements Feed<AppendBatch> {
        @Override
        public AppendBatch poll() throws CancelledException {
            return draw(false);
        }

        @Override
        public AppendBatch take() throws CancelledException {
            return draw(true);
        }

        private AppendBatch draw(boolean wait) throws CancelledException {
            while (!wantsAttention() && !job.stop().soft().requested()) {
                Parcel parcel = wait ? outbox.take() : outbox.poll();
                if (parcel == null) {
                    return null;
                }
                Failure failure = parcel.lane().failure();
                if (failure == null && parcel.isDurable()) {
                    underWay.put(parcel.intent().number(), parcel);
                    sentAt.put(parcel.intent().number(), job.shared().rests().nanos());
                    return parcel.batch();
                }
                answers.unsent(parcel, failure);
            }
            return null;
        }
    }
}
