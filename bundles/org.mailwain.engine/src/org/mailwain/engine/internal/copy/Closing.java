package org.mailwain.engine.internal.copy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.ledger.FolderCommit;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.TargetFolder;

/** The end of a pass: a last look at the folders that were written, their counts, and what is settled. */
public final class Closing {
    private final MailboxLedger ledger;
    private final Books books;
    private final Settler settler;

    public Closing(MailboxLedger ledger, Books books, Settler settler) {
        this.ledger = ledger;
        this.books = books;
        this.settler = settler;
    }

    /** Looks for what landed late, closes the intents that were kept open for it, and counts. */
    public void look(List<Lane> lanes, Side<MailboxWriter> target) throws FailureException {
        List<Lane> sound = lanes.stream().filter(lane -> lane.failure() == null).toList();
        List<Lane> doubted = sound.stream()
                .filter(lane -> lane.fates().values().stream().anyMatch(Fate::isOpen))
                .toList();
        target.persist(session -> {
            settler.awaitQuiet(session, doubted);
            return null;
        });
        for (Lane lane : doubted) {
            target.persist(session -> {
                settler.look(session, lane);
                return null;
            });
        }
        closeIntents(sound);
        ledger.flush();
        if (!sound.isEmpty()) {
            Map<Lane, FolderStatus> statuses = target.persist(session -> statuses(session, sound));
            Map<FolderPath, TargetFolder> known = new HashMap<>();
            ledger.targets().forEach(folder -> known.put(folder.path(), folder));
            for (Lane lane : sound) {
                count(lane, statuses.get(lane), known.get(lane.target()));
            }
        }
        books.check();
    }

    private void closeIntents(List<Lane> lanes) {
        Map<FolderLedger, List<Long>> closed = new HashMap<>();
        for (Lane lane : lanes) {
            lane.suspects()
                    .forEach(s -> closed.computeIfAbsent(s.ledger(), l -> new ArrayList<>())
                            .add(s.number()));
        }
        closed.forEach((folder, numbers) -> books.hand(
                folder,
                new FolderCommit(List.of(), numbers, null, OptionalLong.empty(), OptionalLong.empty(), 0, null)));
    }

    private static Map<Lane, FolderStatus> statuses(MailboxWriter session, List<Lane> lanes) throws FailureException {
        Map<Lane, FolderStatus> statuses = new HashMap<>();
        List<FolderPath> paths = lanes.stream().map(Lane::target).toList();
        try {
            List<FolderStatus> all = session.states(paths);
            for (int i = 0; i < all.size(); i++) {
                statuses.put(lanes.get(i), all.get(i));
            }
        } catch (FailureException e) {
            if (e.failure().scope() != Scope.FOLDER) {
                throw e;
            }
            // a folder that somebody removed meanwhile is counted by the next pass
        }
        return statuses;
    }

    private void count(Lane lane, FolderStatus status, TargetFolder known) {
        if (status == null || lane.pairs().isEmpty()) {
            return;
        }
        lane.counted(status);
        long stands = known == null ? 0 : known.ours() + known.alreadyThere();
        FolderCommit.TargetCounts counts =
                new FolderCommit.TargetCounts(status.count(), Math.max(0, status.count() - stands));
        for (Pair pair : lane.pairs()) {
            OptionalLong recognised =
                    pair.failure() == null ? OptionalLong.of(lane.recognised()) : OptionalLong.empty();
            books.hand(
                    pair.ledger(),
                    new FolderCommit(
                            List.of(), List.of(), lane.frontier(), recognised, OptionalLong.empty(), 0, counts));
        }
    }

    /** Records the state of every pair whose items all have an outcome. */
    public void settle(List<Pair> pairs, Map<Pair, Lane> lanes, String rules) throws FailureException {
        for (Pair pair : pairs) {
            if (pair.mode() != Pair.Mode.SKIP && pair.isFinished()) {
                Lane lane = lanes.get(pair);
                books.watch(
                        pair.ledger().settled(pair.settledState(lane.frontier().epoch()), rules));
            }
            pair.tally().ended(pair.failure());
        }
        ledger.flush();
        books.check();
    }
}
