package org.mailwain.engine.internal.plan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mailwain.api.batch.Follow;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.mail.Folder;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.Endpoint;
import org.mailwain.api.provider.Feed;
import org.mailwain.api.provider.ListRequest;
import org.mailwain.api.provider.ListSink;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Traits;
import org.mailwain.engine.FolderPlan;
import org.mailwain.engine.MailboxPlan;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.pass.Elsewhere;
import org.mailwain.engine.internal.pass.Selection;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.MailboxLedger;

/** Finds out what a pass over one mailbox would do. Run once. */
public final class Planning {
    private final Job job;
    private final MailboxLedger ledger;

    /** @param ledger for reading; null where there is none */
    public Planning(Job job, MailboxLedger ledger) {
        this.job = job;
        this.ledger = ledger;
    }

    public MailboxPlan run() throws FailureException {
        try (Side<MailboxReader> source = job.sourceSide()) {
            Routes routes;
            Traits traits;
            try (Side<MailboxWriter> target = job.targetSide()) {
                routes = Routes.read(job, source, target, ledger);
                traits = target.session().traits();
            }
            Map<FolderPath, FolderCount> counts = counts(routes, routes.selection(job, source), traits.itemLimit());
            list(source, counts);
            boolean flagsCost = job.batch().flags() == Follow.FOLLOW
                    && !source.session().traits().changes();
            Endpoint from = job.sourceEndpoint();
            long perDay = job.shared().bytesPerDay(from);
            List<FolderPlan> plans = plans(routes, counts, traits);
            TargetTree target = new TargetTree(routes.target(), plans, routes.standing(traits.names()));
            BitSet seen = new BitSet();
            long again = counts.values().stream()
                    .mapToLong(count -> count.again(seen))
                    .sum();
            return new MailboxPlan(job.row().label(), plans, target.plans(), null, flagsCost, perDay, again);
        }
    }

    private Map<FolderPath, FolderCount> counts(Routes routes, Selection selection, long itemLimit)
            throws FailureException {
        Map<FolderPath, FolderCount> counts = new LinkedHashMap<>();
        Map<FolderPath, Elsewhere> elsewhere = routes.elsewhere();
        for (FolderMapping mapping : routes.leading()) {
            FolderPath path = mapping.source().path();
            FolderLedger pair =
                    ledger == null ? null : ledger.folder(path, mapping.target().orElseThrow());
            FolderCount.Rules rules = new FolderCount.Rules(
                    selection.in(path),
                    elsewhere.get(path),
                    itemLimit,
                    routes.rules(),
                    job.batch().deletions());
            counts.put(path, new FolderCount(mapping, pair, rules));
        }
        return counts;
    }

    private void list(Side<MailboxReader> source, Map<FolderPath, FolderCount> counts) throws FailureException {
        Set<FolderPath> done = new HashSet<>();
        source.persist(reader -> {
            List<ListRequest> requests = counts.keySet().stream()
                    .filter(path -> !done.contains(path))
                    .map(ListRequest::all)
                    .toList();
            if (!requests.isEmpty()) {
                reader.list(Feed.of(requests), new Sink(counts, done));
            }
            return null;
        });
    }

    private List<FolderPlan> plans(Routes routes, Map<FolderPath, FolderCount> counts, Traits traits)
            throws FailureException {
        List<FolderPlan> plans = new ArrayList<>();
        Function<FolderPath, Optional<FolderPath>> standing = routes.standing(traits.names());
        for (FolderMapping mapping : routes.mappings()) {
            FolderCount count = counts.get(mapping.source().path());
            if (count == null) {
                plans.add(unlisted(mapping));
            } else {
                FolderPath path = mapping.target().orElseThrow();
                plans.add(count.plan(standing.apply(path).isEmpty()));
            }
        }
        for (Folder folder : routes.tree().leftOut()) {
            plans.add(leftOut(
                    folder.path(),
                    Routes.count(folder),
                    folder.leftOut().map(List::of).orElse(List.of()),
                    null));
        }
        routes.tree().unreadable().forEach((path, why) -> plans.add(leftOut(path, -1, List.of(), why)));
        addGone(routes.tree().all(), plans);
        plans.sort(Comparator.comparing(FolderPlan::source));
        return plans;
    }

    /** Folders that left the source, where their copies are to be removed. */
    private void addGone(Set<FolderPath> standing, List<FolderPlan> plans) throws FailureException {
        for (FolderLedger folder : ledger == null ? List.<FolderLedger>of() : ledger.folders()) {
            List<Failure> notes = standing.contains(folder.source())
                    ? List.of()
                    : FolderCount.removals(job.batch().deletions(), folder, 0, 0);
            if (!notes.isEmpty()) {
                plans.add(new FolderPlan(
                        folder.source(),
                        Optional.of(folder.target()),
                        FolderMapping.Reason.SAME_NAME,
                        false,
                        notes,
                        null,
                        0,
                        0,
                        0,
                        0,
                        List.of()));
            }
        }
    }

    private static FolderPlan unlisted(FolderMapping mapping) {
        return new FolderPlan(
                mapping.source().path(),
                mapping.target(),
                mapping.reason(),
                false,
                mapping.notes(),
                mapping.conflict().orElse(null),
                Routes.count(mapping.source()),
                0,
                0,
                0,
                List.of());
    }

    private static FolderPlan leftOut(FolderPath path, long standing, List<Failure> notes, Failure conflict) {
        return new FolderPlan(
                path,
                Optional.empty(),
                FolderMapping.Reason.LEFT_OUT,
                false,
                notes,
                conflict,
                standing,
                0,
                0,
                0,
                List.of());
    }

    /** Counts as it is listed; a folder that was begun and not ended is listed anew by the next session. */
    private final class Sink implements ListSink {
        private final Map<FolderPath, FolderCount> counts;
        private final Set<FolderPath> done;

        Sink(Map<FolderPath, FolderCount> counts, Set<FolderPath> done) {
            this.counts = counts;
            this.done = done;
        }

        @Override
        public void begin(ListRequest request, FolderStatus status) throws FailureException {
            counts.get(request.folder()).begin(status);
        }

        @Override
        public void page(FolderPath folder, List<ListedItem> items) throws FailureException {
            job.stop().soft().check();
            counts.get(folder).page(items);
        }

        @Override
        public void end(FolderPath folder) {
            done.add(folder);
        }

        @Override
        public void failed(FolderPath folder, Failure failure) {
            counts.get(folder).fail(failure);
            done.add(folder);
        }
    }
}
