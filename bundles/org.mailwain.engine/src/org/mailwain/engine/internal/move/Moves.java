package org.mailwain.engine.internal.move;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Outcome;
import org.mailwain.api.provider.Traits;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.copy.Books;
import org.mailwain.engine.internal.copy.FlagsOwed;
import org.mailwain.engine.internal.copy.Lane;
import org.mailwain.engine.internal.copy.Settler;
import org.mailwain.engine.internal.job.Entries;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Notes;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.move.Leavers.Leaver;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.TargetFolder;

/**
 * What left one source folder and stands in another by now was moved there: its copy is moved on the target, in one step
 * of the server's. What cannot be moved is copied as if it were new. Run once, on the thread that writes.
 */
public final class Moves {
    private static final int AT_ONCE = 200;

    private final Job job;
    private final MailboxLedger ledger;
    private final Books books;
    private final Settler settler;
    private final FlagsOwed owed;
    private Leavers leavers;

    /** One item that waits, and the one that left. */
    private record Match(WorkList.Entry entry, Leaver leaver) {
        ItemId id() {
            return entry.item().id();
        }

        ItemId copy() {
            return leaver.entry().target();
        }
    }

    public Moves(Job job, MailboxLedger ledger, Books books, Settler settler, FlagsOwed owed) {
        this.job = job;
        this.ledger = ledger;
        this.books = books;
        this.settler = settler;
        this.owed = owed;
    }

    /** Takes what it moves out of the waiting items. */
    public void run(List<Lane> lanes, Side<MailboxReader> source, Side<MailboxWriter> target) throws FailureException {
        List<Lane> busy = lanes.stream()
                .filter(lane -> lane.failure() == null && lane.pairs().stream().anyMatch(Pair::hasWork))
                .toList();
        if (busy.isEmpty()) {
            return;
        }
        ledger.flush();
        leavers = Leavers.read(ledger);
        boolean able = target.session().moves() && source.session().traits().size() == Traits.Fidelity.EXACT;
        for (Lane lane : busy) {
            for (Pair pair : lane.pairs()) {
                if (able && pair.hasWork() && !leavers.isEmpty()) {
                    move(lane, pair, source, target);
                }
            }
        }
    }

    /** Once all that waited stands on the target: what left and was not met again stays where it is. */
    public void keepOthers() throws FailureException {
        Set<FolderLedger> folders = leavers == null ? Set.of() : leavers.folders();
        for (FolderLedger folder : folders) {
            books.watch(folder.keepLeavers());
        }
    }

    private void move(Lane lane, Pair pair, Side<MailboxReader> source, Side<MailboxWriter> target)
            throws FailureException {
        Map<Integer, Leaver> matches = leavers.matching(pair, source);
        if (matches.isEmpty()) {
            return;
        }
        WorkList rest = new WorkList();
        Map<FolderPath, List<Match>> byFolder = new LinkedHashMap<>();
        WorkList.Reader items = pair.work().reader();
        for (int ordinal = 0; items.hasNext(); ordinal++) {
            WorkList.Entry entry = items.next();
            Leaver leaver = matches.get(ordinal);
            if (leaver == null) {
                add(rest, entry);
            } else {
                byFolder.computeIfAbsent(leaver.target(), f -> new ArrayList<>())
                        .add(new Match(entry, leaver));
            }
        }
        pair.work(rest);
        for (Map.Entry<FolderPath, List<Match>> from : byFolder.entrySet()) {
            List<Match> all = from.getValue();
            boolean known = stands(from.getKey(), target);
            for (int at = 0; at < all.size(); at += AT_ONCE) {
                List<Match> some = all.subList(at, Math.min(all.size(), at + AT_ONCE));
                if (known && lane.failure() == null) {
                    move(lane, pair, from.getKey(), some, target);
                } else {
                    some.forEach(match -> add(pair.work(), match.entry()));
                }
            }
        }
    }

    private static void add(WorkList list, WorkList.Entry entry) {
        list.add(entry, entry.doubtful());
    }

    /** Whether the ids of the copies still name them. */
    private boolean stands(FolderPath folder, Side<MailboxWriter> target) throws FailureException {
        Mark known = ledger.target(folder).map(TargetFolder::expected).orElse(null);
        try {
            return known != null
                    && target.persist(session -> session.state(folder)).epoch().equals(known.epoch());
        } catch (FailureException e) {
            if (e.failure().scope() != Scope.FOLDER) {
                throw e;
            }
            return false;
        }
    }

    private void move(Lane lane, Pair pair, FolderPath from, List<Match> matches, Side<MailboxWriter> target)
            throws FailureException {
        job.stop().soft().check();
        Intent intent = intend(lane, pair, matches);
        List<ItemId> copies = matches.stream().map(Match::copy).toList();
        List<Outcome.Stored> moved;
        try {
            moved = target.session().move(from, copies, lane.target());
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException e) {
            if (e.failure().scope() == Scope.FOLDER) {
                moved = Collections.nCopies(matches.size(), null);
            } else {
                unanswered(lane, pair, intent, matches, target, e);
                return;
            }
        }
        List<Result> results = new ArrayList<>();
        List<Match> done = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            Outcome.Stored at = moved.get(i);
            if (at == null) {
                add(pair.work(), matches.get(i).entry());
            } else {
                lane.landed(at.position());
                lane.proven(pair, matches.get(i).leaver().folder().record().proofs());
                results.add(new Result(arrived(pair, matches.get(i), at.id()), null));
                done.add(matches.get(i));
            }
        }
        books.commit(lane, pair.ledger(), results, List.of(intent.number()));
        left(lane, pair, done);
    }

    private Intent intend(Lane lane, Pair pair, List<Match> matches) throws FailureException {
        List<Intent.Item> items = new ArrayList<>();
        for (Match match : matches) {
            ItemEntry copied = match.leaver().entry();
            items.add(new Intent.Item(
                    match.id(), copied.size(), copied.fingerprint(), pair.keys().of(match.id()), copied.sha256()));
        }
        Intent intent = new Intent(
                ledger.nextIntent(),
                ledger.fence(),
                pair.path(),
                lane.target(),
                lane.frontier(),
                1,
                job.shared().clock().instant(),
                items);
        books.await(pair.ledger().intend(intent), job.stop().soft());
        return intent;
    }

    /** Nobody said what became of it: as with an append, only a look at the target tells. */
    private void unanswered(
            Lane lane, Pair pair, Intent intent, List<Match> matches, Side<MailboxWriter> target, FailureException why)
            throws FailureException {
        if (why.failure().scope() != Scope.MESSAGE) {
            target.recover(why);
        }
        lane.reopen(intent, pair.ledger(), Map.of());
        target.persist(session -> {
            settler.awaitQuiet(session, List.of(lane));
            settler.look(session, lane, lane.frontier());
            return null;
        });
        List<Match> done = new ArrayList<>();
        for (Match match : matches) {
            if (lane.isResolved(pair.keys().of(match.id()))) {
                done.add(match);
            } else {
                add(pair.work(), match.entry());
            }
        }
        left(lane, pair, done);
    }

    private ItemEntry arrived(Pair pair, Match match, ItemId at) {
        ItemEntry copied = match.leaver().entry();
        ItemEntry entry = new ItemEntry(
                match.id(),
                ItemOutcome.COPIED,
                Set.of(),
                at,
                copied.size(),
                copied.fingerprint(),
                copied.sha256(),
                copied.flagsDigest(),
                false,
                match.entry().attempts() + 1,
                false);
        if (copied.flagsDigest() != Entries.digest(match.entry().item().flags())) {
            owed.add(pair.target(), pair.ledger(), entry, match.entry().item().flags());
        }
        return entry;
    }

    private void left(Lane lane, Pair pair, List<Match> done) {
        Map<FolderLedger, List<Result>> results = new LinkedHashMap<>();
        for (Match match : done) {
            results.computeIfAbsent(match.leaver().folder(), f -> new ArrayList<>())
                    .add(new Result(
                            Entries.marked(match.leaver().entry(), ItemMark.MOVED),
                            Notes.bare(EngineFailure.MOVED.with(lane.target()), null)));
        }
        results.forEach(books::commit);
        pair.tally().add(0, 0, done.size(), 0);
    }
}
