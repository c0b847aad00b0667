package org.mailwain.engine.internal.mailbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Epoch;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.mail.SpecialUse;
import org.mailwain.api.provider.EnsuredFolder;
import org.mailwain.api.provider.FolderWish;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.engine.internal.copy.Lane;
import org.mailwain.engine.internal.copy.Settler;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.TargetFolder;

/** Readies the target for a pass: folders that are missing are made, what an earlier run left open is settled. */
final class Groundwork {
    private final Job job;
    private final MailboxLedger ledger;
    private final Side<MailboxWriter> target;
    private final Settler settler;

    Groundwork(Job job, MailboxLedger ledger, Side<MailboxWriter> target, Settler settler) {
        this.job = job;
        this.ledger = ledger;
        this.target = target;
        this.settler = settler;
    }

    /** One lane per target folder that has to do with the pass, by path. */
    static List<Lane> lanes(List<Pair> pairs, List<Intent> open) {
        Map<FolderPath, List<Pair>> byTarget = new TreeMap<>();
        for (Pair pair : pairs) {
            if (pair.mode() != Pair.Mode.SKIP && pair.barred() == null) {
                byTarget.computeIfAbsent(pair.target(), t -> new ArrayList<>()).add(pair);
            }
        }
        open.forEach(intent -> byTarget.computeIfAbsent(intent.target(), t -> new ArrayList<>()));
        return byTarget.entrySet().stream()
                .map(e -> new Lane(e.getKey(), e.getValue()))
                .toList();
    }

    /** Makes what is missing. @param before the target's folders as they were before the source was listed */
    void ensure(List<Lane> lanes, List<Folder> before) throws FailureException {
        Map<FolderPath, FolderStatus> known = new HashMap<>();
        before.forEach(folder -> known.put(folder.path(), folder.status()));
        List<FolderWish> wishes = lanes.stream().map(this::wish).toList();
        List<EnsuredFolder> answers = target.persist(session -> session.ensureFolders(wishes));
        for (int i = 0; i < answers.size(); i++) {
            Lane lane = lanes.get(i);
            EnsuredFolder answer = answers.get(i);
            if (answer.failure() != null) {
                lane.refuse(answer.failure());
            } else {
                FolderStatus earlier = answer.created() ? null : known.get(lane.target());
                lane.standsAt(answer.status(), earlier, target.session().traits());
            }
        }
    }

    private FolderWish wish(Lane lane) {
        Optional<SpecialUse> use =
                lane.pairs().stream().flatMap(pair -> pair.use().stream()).findFirst();
        boolean subscribe = job.folderRules().subscriptions()
                && lane.pairs().stream().anyMatch(pair -> pair.source().subscribed());
        return new FolderWish(lane.target(), use, subscribe);
    }

    /** Settles what an earlier run appended without an answer, after the target's quiet time. */
    void settle(List<Lane> lanes, List<Intent> open) throws FailureException {
        Map<Lane, List<Intent>> byLane = new LinkedHashMap<>();
        for (Lane lane : lanes) {
            List<Intent> here = open.stream()
                    .filter(intent -> intent.target().equals(lane.target()))
                    .toList();
            if (!here.isEmpty() && lane.failure() == null) {
                byLane.put(lane, here);
            }
        }
        target.persist(session -> {
            settler.awaitQuiet(session, byLane.keySet());
            return null;
        });
        for (Map.Entry<Lane, List<Intent>> each : byLane.entrySet()) {
            Lane lane = each.getKey();
            for (Intent intent : each.getValue()) {
                reopen(lane, intent);
            }
            Mark from = earliest(each.getValue(), lane.frontier().epoch());
            target.persist(session -> {
                settler.look(session, lane, from);
                return null;
            });
        }
        // the listing asks the ledger what is known: it has to see what was found here
        ledger.flush();
    }

    private void reopen(Lane lane, Intent intent) throws FailureException {
        FolderLedger folder = ledger.folder(intent.source(), intent.target());
        Map<ItemId, ItemEntry> standing = new HashMap<>();
        List<ItemId> ids = intent.items().stream().map(Intent.Item::id).toList();
        for (ItemEntry entry : folder.entries(ids).values()) {
            if (entry.outcome() == ItemOutcome.COPIED || entry.outcome() == ItemOutcome.ALREADY_THERE) {
                standing.put(entry.id(), entry);
            }
        }
        lane.reopen(intent, folder, standing);
    }

    /** In another epoch of the folder everything is looked at. */
    private static Mark earliest(Collection<Intent> intents, Epoch epoch) {
        long next = Long.MAX_VALUE;
        for (Intent intent : intents) {
            next = Math.min(
                    next, intent.mark().epoch().equals(epoch) ? intent.mark().next() : 1);
        }
        return new Mark(epoch, next);
    }

    /**
     * Lanes whose target folder was numbered anew, or put back to an earlier state, since the ledger's entries were
     * made: what was copied has to be found again, and what is not found is copied again.
     */
    Set<Lane> anew(List<Lane> lanes) throws FailureException {
        Set<Lane> anew = new LinkedHashSet<>();
        for (Lane lane : lanes) {
            if (lane.failure() != null) {
                continue;
            }
            TargetFolder known = ledger.target(lane.target()).orElse(null);
            Mark expected = known == null ? null : known.expected();
            Mark now = lane.frontier();
            boolean renumbered = expected != null && !expected.epoch().equals(now.epoch())
                    || lane.pairs().stream().anyMatch(pair -> pair.settledOnOther(now.epoch()));
            boolean putBack = expected != null && lane.isDense() && now.next() < expected.next();
            if (renumbered || putBack) {
                anew.add(lane);
                for (Pair pair : lane.pairs()) {
                    pair.lookForAll();
                }
            }
        }
        return anew;
    }
}
