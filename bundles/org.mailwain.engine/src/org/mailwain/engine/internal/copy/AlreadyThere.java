package org.mailwain.engine.internal.copy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Entries;
import org.mailwain.engine.internal.job.Notes;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;
import org.mailwain.engine.internal.recognise.Recogniser;
import org.mailwain.engine.internal.recognise.Sighting;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.MailboxLedger;

/** Takes out of the waiting items what stands on the target already, before anything is appended there. */
public final class AlreadyThere {
    private static final int COMMIT = 1_000;

    private final MailboxLedger ledger;
    private final Books books;
    private final boolean follows;
    private final FlagsOwed owed;

    /** @param follows whether flags of the source are carried over to what stands there */
    public AlreadyThere(MailboxLedger ledger, Books books, boolean follows, FlagsOwed owed) {
        this.ledger = ledger;
        this.books = books;
        this.follows = follows;
        this.owed = owed;
    }

    /** @param anew whether the target was numbered anew, or put back, since the ledger's entries were made */
    public void recognise(Lane lane, boolean anew, Side<MailboxReader> source, Side<MailboxWriter> target)
            throws FailureException {
        List<Pair> waiting = lane.pairs().stream().filter(Pair::hasWork).toList();
        if (waiting.isEmpty() || lane.failure() != null) {
            return;
        }
        long low = anew ? 1 : waiting.stream().mapToLong(Pair::recognised).min().orElse(1);
        boolean nothing = lane.isDense() && low >= lane.frontier().next();
        if (nothing) {
            waiting.forEach(AlreadyThere::copyAgain);
            return;
        }
        Mark from = lane.frontier().at(low);
        Recogniser recogniser = new Recogniser(ledger, lane.target(), waiting, !anew, source, target);
        long end = recogniser.look(
                from, (pair, known, list, found, doubtful) -> sort(lane, pair, known, list, found, doubtful));
        FolderStatus now = target.persist(session -> session.state(lane.target()));
        if (!now.epoch().equals(lane.frontier().epoch())) {
            lane.fail(EngineFailure.TARGET_EPOCH.with(lane.target()));
            return;
        }
        foreign(lane, end);
        waiting.forEach(pair -> books.commit(lane, pair.ledger(), List.of(), List.of()));
        books.check();
    }

    /** Nothing stands there: nothing of what was copied before does. */
    private static void copyAgain(Pair pair) {
        if (pair.known() != null) {
            WorkList.Reader gone = pair.known().reader();
            while (gone.hasNext()) {
                WorkList.Entry entry = gone.next();
                pair.work().add(entry, false);
            }
        }
    }

    /** What came to the target after the source was listed is looked at by the next pass too. */
    private static void foreign(Lane lane, long end) {
        if (lane.isDense()) {
            lane.foreignUpTo(end);
            lane.frontier(lane.frontier().at(Math.max(end, lane.frontier().next())));
        }
    }

    private void sort(Lane lane, Pair pair, boolean known, WorkList list, Sighting[] found, BitSet doubtful)
            throws FailureException {
        WorkList rest = known ? pair.work() : new WorkList();
        WorkList.Reader items = list.reader();
        List<WorkList.Entry> there = new ArrayList<>();
        List<Sighting> sightings = new ArrayList<>();
        for (int ordinal = 0; items.hasNext(); ordinal++) {
            WorkList.Entry entry = items.next();
            if (found[ordinal] == null) {
                rest.add(entry, doubtful.get(ordinal));
            } else {
                there.add(entry);
                sightings.add(found[ordinal]);
            }
            if (there.size() == COMMIT || !items.hasNext()) {
                write(lane, pair, known, there, sightings);
                there.clear();
                sightings.clear();
            }
        }
        pair.work(rest);
    }

    private void write(Lane lane, Pair pair, boolean known, List<WorkList.Entry> there, List<Sighting> sightings)
            throws FailureException {
        Map<ItemId, ItemEntry> entries = known
                ? pair.ledger().entries(there.stream().map(e -> e.item().id()).toList())
                : Map.of();
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            WorkList.Entry entry = there.get(i);
            ItemEntry before = entries.get(entry.item().id());
            ItemEntry after =
                    before != null ? Entries.target(before, sightings.get(i).id()) : entry(entry, sightings.get(i));
            results.add(new Result(
                    after,
                    after.outcome() == ItemOutcome.COPIED
                            ? null
                            : Notes.bare(
                                    EngineFailure.ALREADY_THERE.with(),
                                    entry.item().received())));
            if (follows) {
                owed.add(lane.target(), pair.ledger(), after, entry.item().flags());
            }
        }
        if (!known) {
            pair.tally().add(0, 0, results.size(), 0);
        }
        books.commit(pair.ledger(), results);
    }

    private static ItemEntry entry(WorkList.Entry entry, Sighting sighting) {
        return new ItemEntry(
                entry.item().id(),
                ItemOutcome.ALREADY_THERE,
                Set.of(),
                sighting.id(),
                entry.item().size(),
                sighting.fingerprint(),
                null,
                Entries.digest(entry.item().flags()),
                false,
                entry.attempts(),
                false);
    }
}
