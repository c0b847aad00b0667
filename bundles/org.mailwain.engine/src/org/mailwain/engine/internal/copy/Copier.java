package org.mailwain.engine.internal.copy;

import java.util.ArrayList;
import java.util.Comparator;
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

    public Copier(Job job, MailboxLedger ledger, Durable durable, Books books) {
        this.job = job;
        this.ledger = ledger;
        this.durable = durable;
        this.books = books;
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
        List<Side<MailboxWriter>> writers = new ArrayList<>(List.of(target));
        List<Side<MailboxReader>> readers = new ArrayList<>(List.of(source));
        try {
            if (paysTwice(busy)) {
                second(writers, job.targetSide());
                second(readers, job.sourceSide());
            }
            run(busy, readers, writers, owed);
        } finally {
            writers.stream().skip(1).forEach(Side::close);
            readers.stream().skip(1).forEach(Side::close);
        }
    }

    /** Different folders only: one folder has one writer. */
    private boolean paysTwice(List<Lane> busy) {
        long items = 0;
        long bytes = 0;
        for (Lane lane : busy) {
            for (Pair pair : lane.pairs()) {
                items += pair.work().count();
                bytes += pair.work().size();
            }
        }
        int allowed = Math.min(
                job.batch().source().limits().connectionsPerMailbox(),
                job.batch().target().limits().connectionsPerMailbox());
        return busy.size() > 1 && allowed > 1 && (items >= MUCH_ITEMS || bytes >= MUCH_BYTES);
    }

    private static <S extends MailboxReader> void second(List<Side<S>> sides, Side<S> side) throws FailureException {
        if (side.tryOpen()) {
            sides.add(side);
        }
    }

    private void run(
            List<Lane> busy, List<Side<MailboxReader>> readers, List<Side<MailboxWriter>> writers, FlagsOwed owed)
            throws FailureException {
        Intents intents = new Intents(job, ledger, durable);
        long ahead = Math.min(AHEAD, Math.max(1, job.shared().settings().memory() / 2));
        List<Outbox> outboxes = writers.stream()
                .map(w -> new Outbox(ahead / writers.size(), job.stop().soft()))
                .toList();
        Map<Lane, Outbox> outboxOf = share(busy, outboxes);
        Map<Pair, Lane> laneOf = new HashMap<>();
        busy.forEach(lane -> lane.pairs().forEach(pair -> laneOf.put(pair, lane)));
        List<Pair> pairs = busy.stream().flatMap(lane -> lane.pairs().stream()).toList();
        Requests requests = new Requests(pairs);
        int perAppend = target(writers);
        AtomicInteger reading = new AtomicInteger(readers.size());
        Crew crew = new Crew(job.row().label(), job.stop());
        for (Side<MailboxReader> reader : readers) {
            Assembler assembler = new Assembler(intents, laneOf::get, outboxOf::get, perAppend);
            crew.fork("reader", () -> {
                new ReaderLine(job, reader, requests, assembler, books).run();
                if (reading.decrementAndGet() == 0) {
                    outboxes.forEach(Outbox::close);
                }
                return null;
            });
        }
        for (int i = 0; i < writers.size(); i++) {
            Side<MailboxWriter> writer = writers.get(i);
            Outbox outbox = outboxes.get(i);
            FlagsOwed debts = i == 0 ? owed : new FlagsOwed();
            crew.fork("writer", () -> {
                Settler settler = new Settler(job, ledger, books, debts);
                new WriterLine(job, writer, outbox, intents, books, settler, debts).run();
                return null;
            });
        }
        try {
            crew.join();
        } finally {
            outboxes.forEach(o -> o.drain().forEach(parcel -> parcel.items().forEach(Cargo::close)));
        }
    }

    private static int target(List<Side<MailboxWriter>> writers) throws FailureException {
        return writers.getFirst().session().traits().perAppend();
    }

    /** Each folder to the writer that has least to do so far, the largest first. */
    private static Map<Lane, Outbox> share(List<Lane> lanes, List<Outbox> outboxes) {
        Map<Lane, Outbox> shares = new HashMap<>();
        long[] loads = new long[outboxes.size()];
        List<Lane> largestFirst = lanes.stream()
                .sorted(Comparator.comparingLong(Copier::load).reversed())
                .toList();
        for (Lane lane : largestFirst) {
            int least = 0;
            for (int i = 1; i < loads.length; i++) {
                least = loads[i] < loads[least] ? i : least;
            }
            loads[least] += load(lane);
            shares.put(lane, outboxes.get(least));
        }
        return shares;
    }

    /** A message costs about as much as so many bytes. */
    private static long load(Lane lane) {
        return lane.pairs().stream()
                .mapToLong(pair -> pair.work().size() + pair.work().count() * 20_000L)
                .sum();
    }
}
