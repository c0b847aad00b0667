package org.mailwain.engine.internal.mailbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.engine.PassOptions;
import org.mailwain.engine.internal.copy.AlreadyThere;
import org.mailwain.engine.internal.copy.Barred;
import org.mailwain.engine.internal.copy.Books;
import org.mailwain.engine.internal.copy.Closing;
import org.mailwain.engine.internal.copy.Copier;
import org.mailwain.engine.internal.copy.FlagsOwed;
import org.mailwain.engine.internal.copy.Lane;
import org.mailwain.engine.internal.copy.Proof;
import org.mailwain.engine.internal.copy.Settler;
import org.mailwain.engine.internal.job.Budget;
import org.mailwain.engine.internal.job.Crew;
import org.mailwain.engine.internal.job.Durable;
import org.mailwain.engine.internal.job.FolderLocks;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Originals;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.limit.DayLimit;
import org.mailwain.engine.internal.move.Moves;
import org.mailwain.engine.internal.move.Removals;
import org.mailwain.engine.internal.pass.Lister;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.SourceTree;
import org.mailwain.engine.internal.pass.Survey;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.MailboxLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pass over one mailbox: source folder tree, folder map, difference with the ledger, what stands on the target,
 * copy, closing look. Run once.
 */
public final class MailboxPass {
    private static final Logger LOG = LoggerFactory.getLogger(MailboxPass.class);

    private final Job job;
    private final PassOptions options;
    private final MailboxLedger ledger;
    private final Durable durable = new Durable();
    private final Side<MailboxReader> source;
    private final Side<MailboxWriter> target;
    private final Books books;
    private final FlagsOwed owed = new FlagsOwed();
    private final Map<FolderPath, Failure> failed = new HashMap<>();
    private final Removals removals;
    private List<Pair> pairs = List.of();
    private List<Folder> targetTree;

    public MailboxPass(Job job, PassOptions options, MailboxLedger ledger) throws FailureException {
        this.job = job;
        this.options = options;
        this.ledger = ledger;
        this.source = job.sourceSide();
        this.target = job.targetSide();
        Budget budget = new Budget(job.batch().limits().errorBudget());
        this.books = new Books(
                durable, job.reporter(), budget, new Originals(job.shared().originals()));
        this.removals = new Removals(job, ledger, books);
    }

    public void run() throws FailureException {
        try {
            List<Intent> open = ledger.ownIntents();
            SourceTree tree = trees(open);
            step("folder trees");
            Survey survey = new Survey(job, ledger, options.retryFailed());
            tree.unreadable().forEach(this::failed);
            leave(survey, tree);
            boolean idle = targetTree == null && !removals.areDue();
            if (idle && survey.nothingNew(tree.taken(), source.session())) {
                return;
            }
            pairs = pairs(survey, tree);
            step("folder map");
            List<Lane> lanes = Groundwork.lanes(pairs, open);
            FolderLocks.Lock lock = lock(lanes);
            try {
                work(lanes, open, survey);
            } finally {
                lock.close();
            }
            ledger.flush();
            durable.check();
        } finally {
            target.close();
            source.close();
        }
    }

    private void step(String what) {
        LOG.debug("{}: {}", job.row().label(), what);
    }

    /** Both trees at once, where the target will be needed for certain. */
    private SourceTree trees(List<Intent> open) throws FailureException {
        Crew crew = new Crew(job.row().label(), job.stop());
        boolean targetNeeded = !open.isEmpty() || ledger.folders().isEmpty();
        CompletableFuture<List<Folder>> targetFolders =
                targetNeeded ? crew.fork("target", () -> target.persist(MailboxReader::folders)) : null;
        CompletableFuture<SourceTree> sourceFolders =
                crew.fork("source", () -> source.persist(reader -> SourceTree.read(job, reader)));
        crew.join();
        targetTree = targetNeeded ? targetFolders.join() : null;
        return sourceFolders.join();
    }

    private List<Pair> pairs(Survey survey, SourceTree tree) throws FailureException {
        if (targetTree == null) {
            targetTree = target.persist(MailboxReader::folders);
        }
        List<FolderMapping> mappings =
                survey.map(tree.taken(), targetTree, target.session().traits().names());
        return survey.pairs(mappings, source.session());
    }

    private void failed(FolderPath folder, Failure why) {
        failed.put(folder, why);
        job.reporter().tally(folder).ended(why);
    }

    private FolderLocks.Lock lock(List<Lane> lanes) throws FailureException {
        return job.shared()
                .locks()
                .take(
                        job.key().targetEndpoint(),
                        job.key().targetMailbox(),
                        Stream.concat(lanes.stream().map(Lane::target), removals.folders().stream())
                                .toList(),
                        job.stop().soft());
    }

    private void work(List<Lane> lanes, List<Intent> open, Survey survey) throws FailureException {
        Settler settler = new Settler(job, ledger, books, owed);
        Groundwork groundwork = new Groundwork(job, ledger, target, settler);
        Set<Lane> anew = ready(lanes, open, groundwork);
        step("listed");
        lanes.stream()
                .filter(lane -> lane.failure() != null)
                .forEach(lane -> lane.pairs().forEach(pair -> pair.bar(lane.failure())));
        new Barred(books).fail(pairs);
        announce();
        AlreadyThere already = new AlreadyThere(ledger, books, job.batch().flags() == Follow.FOLLOW, owed);
        for (Lane lane : lanes) {
            job.stop().soft().check();
            already.recognise(lane, anew.contains(lane), source, target);
        }
        step("recognised");
        Map<Pair, Lane> laneOf = new HashMap<>();
        lanes.forEach(lane -> lane.pairs().forEach(pair -> laneOf.put(pair, lane)));
        for (Pair pair : pairs) {
            pair.flaggings().forEach(f -> owed.add(pair.target(), pair.ledger(), f.entry(), f.flags()));
        }
        Moves moves = new Moves(job, ledger, books, settler, owed);
        moves.run(lanes, source, target);
        DayLimit day = new DayLimit(
                job.shared().bytesPerDay(job.sourceEndpoint()),
                ledger,
                durable,
                job.shared().clock());
        new Copier(job, ledger, durable, books, day).run(lanes, source, target, owed);
        step("copied");
        removals.run(target);
        moves.keepOthers();
        Closing closing = new Closing(ledger, books, settler);
        closing.look(lanes, target);
        if (!owed.isEmpty()) {
            target.persist(session -> {
                owed.settle(session, books);
                return null;
            });
        }
        ledger.flush();
        new Proof(job.shared().clock().instant(), books).check(lanes, target);
        closing.settle(pairs, laneOf, survey.rules());
        step("settled");
        day.check();
    }

    /** Where nothing of this mailbox is known yet, the source is listed while folders are made on the target. */
    private Set<Lane> ready(List<Lane> lanes, List<Intent> open, Groundwork groundwork) throws FailureException {
        long limit = target.session().traits().itemLimit();
        boolean owesFlags = target.session().traits().flagsAfterAppend();
        Lister lister = new Lister(job, source, pairs, durable, options.retryFailed(), limit, owesFlags);
        if (ledger.targets().isEmpty() && open.isEmpty()) {
            Crew crew = new Crew(job.row().label(), job.stop());
            crew.fork("target", () -> {
                groundwork.ensure(lanes, targetTree);
                return null;
            });
            crew.fork("source", () -> {
                lister.run(pairs);
                return null;
            });
            crew.join();
            return Set.of();
        }
        groundwork.ensure(lanes, targetTree);
        groundwork.settle(lanes, open);
        Set<Lane> anew = groundwork.anew(lanes);
        lister.run(pairs);
        return anew;
    }

    private void announce() {
        List<Pair> busy = pairs.stream().filter(Pair::hasWork).toList();
        job.reporter()
                .planned(
                        busy.size(),
                        busy.stream().mapToLong(p -> p.work().count()).sum(),
                        busy.stream().mapToLong(p -> p.work().size()).sum());
    }

    /** Folders that left the source: so did their items. Those that are left out are told. */
    private void leave(Survey survey, SourceTree tree) throws FailureException {
        survey.leave(tree, durable);
        survey.leaveOut(tree, durable);
        ledger.flush();
        durable.check();
    }

    /** Pairs of the pass, as far as it came. */
    public List<Pair> pairs() {
        return pairs;
    }

    /** Folders that were not gone through, with the first reason of each. */
    public List<Failure> failures() {
        List<Failure> all = new ArrayList<>(failed.values());
        pairs.stream().filter(p -> p.failure() != null).forEach(p -> all.add(p.failure()));
        all.addAll(removals.stopped());
        return all;
    }
}
