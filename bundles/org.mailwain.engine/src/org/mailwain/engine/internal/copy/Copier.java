package org.mailwain.engine.internal.copy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.engine.internal.job.Crew;
import org.mailwain.engine.internal.job.Durable;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.limit.DayLimit;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.ledger.MailboxLedger;

/** Reads and writes at the same time, each on threads of its own, with a bounded buffer between. */
public final class Copier {
    private static final long AHEAD = 16_000_000;
    /** A second pair of connections pays from so much work on. */
    private static final long MUCH_BYTES = 20_000_000;

    private static final long MUCH_ITEMS = 2_000;

    private final Job job;
    private final MailboxLedger ledger;
    private final Durable durable;
    private final Books books;
    private final DayLimit day;

    /** @param day what the source still gives out */
    public Copier(Job job, MailboxLedger ledger, Durable durable, Books books, DayLimit day) {
        this.job = job;
        this.ledger = ledger;
        this.durable = durable;
        this.books = books;
        this.day = day;
    }

    /** @param owed flags to be set on the target besides */
    public void run(List<Lane> lanes, Side<MailboxReader> source, Side<MailboxWriter> target, FlagsOwed owed)
            throws FailureException {
        List<Lane> busy = lanes.stream()
                .filter(lane -> lane.failure() == null && lane.pairs().stream().anyMatch(Pair::hasWork))
                .toList();
        if (busy.isEmpty() && owed.isEmpty()) {
            return;
        }
        Side<MailboxWriter> moreWriting = job.targetSide();
        Side<MailboxReader> moreReading = job.sourceSide();
        List<Pair> pairs = busy.stream()
                .flatMap(lane -> lane.pairs().stream())
                .filter(Pair::hasWork)
                .toList();
        try (Kept kept = Kept.of(pairs, job.shared().bodies())) {
            boolean twice = paysTwice(busy);
            // of two readers each would read what the other has read already
            boolean readTwice = twice && !kept.isNeeded();
            run(
                    busy,
                    readTwice ? List.of(source, moreReading) : List.of(source),
                    twice ? List.of(target, moreWriting) : List.of(target),
                    owed,
                    kept);
        } finally {
            moreWriting.close();
            moreReading.close();
        }
    }

    /** Different folders only: one folder has one writer. */
    private boolean paysTwice(List<Lane> busy) throws FailureException {
        long items = 0;
        long bytes = 0;
        for (Lane lane : busy) {
            for (Pair pair : lane.pairs()) {
                items += pair.work().count();
                bytes += pair.work().size();
            }
        }
        int allowed = Math.min(
                job.shared().sourceGate(job.batch().source()).limits().connectionsPerMailbox(),
                job.shared().targetGate(job.batch().target()).limits().connectionsPerMailbox());
        return busy.size() > 1 && allowed > 1 && (items >= MUCH_ITEMS || bytes >= MUCH_BYTES);
    }

    private void run(
            List<Lane> busy,
            List<Side<MailboxReader>> readers,
            List<Side<MailboxWriter>> writers,
            FlagsOwed owed,
            Kept kept)
            throws FailureException {
        Intents intents = new Intents(job, ledger, durable);
        long ahead = Math.min(AHEAD, Math.max(1, job.shared().settings().memory() / 2));
        Outboxes outboxes = new Outboxes(ahead / writers.size(), job.stop().soft());
        Map<Pair, Lane> laneOf = new HashMap<>();
        busy.forEach(lane -> lane.pairs().forEach(pair -> laneOf.put(pair, lane)));
        Requests requests = new Requests(
                busy.stream().flatMap(lane -> lane.pairs().stream()).toList());
        int perAppend = writers.getFirst().session().traits().perAppend();
        AtomicInteger reading = new AtomicInteger(readers.size());
        Crew crew = new Crew(job.row().label(), job.stop());
        for (Side<MailboxWriter> writer : writers) {
            boolean first = writer == writers.getFirst();
            Outbox outbox = first ? outboxes.add() : null;
            crew.fork("writer", () -> {
                if (first || writer.openIfFree()) {
                    FlagsOwed debts = first ? owed : new FlagsOwed();
                    Settler settler = new Settler(job, ledger, books, debts);
                    Outbox own = first ? outbox : outboxes.add();
                    new WriterLine(job, writer, own, intents, books, settler, debts).run();
                }
                return null;
            });
        }
        for (Side<MailboxReader> reader : readers) {
            Assembler assembler = new Assembler(intents, laneOf::get, outboxes::of, new Repairs(job), books, perAppend);
            crew.fork("reader", () -> {
                if (reader == readers.getFirst() || reader.openIfFree()) {
                    new ReaderLine(job, reader, requests, assembler, books, day, kept).run();
                }
                if (reading.decrementAndGet() == 0) {
                    outboxes.close();
                }
                return null;
            });
        }
        try {
            crew.join();
        } finally {
            outboxes.abandon();
        }
        if (day.isSpent()) {
            requests.waiting().forEach(Pair::leaveUnfinished);
        }
    }
}
