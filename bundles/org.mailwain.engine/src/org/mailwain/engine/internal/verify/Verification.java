package org.mailwain.engine.internal.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.folder.FolderMapping;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.NameRules;
import org.mailwain.engine.DifferenceSink;
import org.mailwain.engine.FolderVerdict;
import org.mailwain.engine.MailboxVerdict;
import org.mailwain.engine.internal.job.Crew;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.pass.Elsewhere;
import org.mailwain.engine.internal.pass.Selection;
import org.mailwain.engine.internal.plan.Routes;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.MailboxLedger;

/** Compares one mailbox with its target: both sides are read at once, then gone through side by side. Run once. */
public final class Verification {
    /** Bytes that each side holds in memory of what it listed and read; what is more goes into files. */
    private static final long MOST_MEMORY = 24 << 20;

    private static final int SUBJECTS = 1_000;

    private final Job job;
    private final MailboxLedger ledger;
    private final boolean content;
    private final DifferenceSink sink;
    private final long memory;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Place> sources = new ArrayList<>();
    private final List<Place> targets = new ArrayList<>();

    /**
     * @param ledger for reading; null where there is none
     * @param content whether the content of all messages is compared
     */
    public Verification(Job job, MailboxLedger ledger, boolean content, DifferenceSink sink) {
        this.job = job;
        this.ledger = ledger;
        this.content = content;
        this.sink = sink;
        this.memory = Math.min(MOST_MEMORY, job.shared().settings().memory() / 8);
    }

    public MailboxVerdict run() throws FailureException {
        try (Side<MailboxReader> source = job.sourceSide();
                Side<MailboxWriter> target = job.targetSide();
                Scratch scratch = new Scratch(job.shared().settings().folder().resolve("spool"))) {
            Routes routes = Routes.read(job, source, target, ledger);
            Depths depths = Depths.of(
                    content, source.session().traits(), target.session().traits());
            lanes(
                    routes,
                    routes.selection(job, source),
                    target.session().traits().names());
            compare(source, target, depths, scratch);
            return new MailboxVerdict(job.row().label(), verdicts(routes, depths), null);
        }
    }

    private void lanes(Routes routes, Selection selection, NameRules names) throws FailureException {
        Function<FolderPath, Optional<FolderPath>> standing = routes.standing(names);
        Map<FolderPath, Lane> byGoal = new TreeMap<>();
        for (FolderMapping mapping : routes.leading()) {
            byGoal.put(goal(mapping, standing), null);
        }
        byGoal.replaceAll((goal, none) -> lane(goal, standing.apply(goal).isPresent()));
        Map<FolderPath, Elsewhere> elsewhere = routes.elsewhere();
        for (FolderMapping mapping : routes.leading()) {
            FolderPath path = mapping.source().path();
            FolderLedger pair =
                    ledger == null ? null : ledger.folder(path, mapping.target().orElseThrow());
            Place place = new Place(
                    sources.size(),
                    path,
                    byGoal.get(goal(mapping, standing)),
                    Taking.of(selection.in(path), elsewhere.get(path), pair),
                    pair,
                    job.reporter().tally(path));
            sources.add(place);
            place.lane().sources().add(place);
        }
    }

    /** The target may write the name in other case. */
    private static FolderPath goal(FolderMapping mapping, Function<FolderPath, Optional<FolderPath>> standing) {
        FolderPath wanted = mapping.target().orElseThrow();
        return standing.apply(wanted).orElse(wanted);
    }

    private Lane lane(FolderPath goal, boolean stands) {
        Lane lane = new Lane(lanes.size(), goal, stands);
        lanes.add(lane);
        if (stands) {
            Place there = new Place(targets.size(), goal, lane, Taking.ALL, null, null);
            targets.add(there);
            lane.there(there);
        }
        return lane;
    }

    private void compare(Side<MailboxReader> source, Side<MailboxWriter> target, Depths depths, Scratch scratch)
            throws FailureException {
        SortedEntries had = new SortedEntries(scratch, memory);
        SortedEntries has = new SortedEntries(scratch, memory);
        Crew crew = new Crew(job.row().label(), job.stop());
        crew.fork("source", () -> {
            read(source, sources, depths, had, scratch);
            return null;
        });
        crew.fork("target", () -> {
            read(target, targets, depths, has, scratch);
            return null;
        });
        crew.join();
        Findings findings = new Findings(lanes, source, target, SUBJECTS, sink);
        try (Cursor left = had.read();
                Cursor right = has.read()) {
            new Matching(left, right, scratch, memory, findings, job.stop().soft()).run();
        } catch (IOException e) {
            throw scratch.broken(e);
        }
        findings.flush();
        for (Place place : sources) {
            place.tally().ended(place.lane().failure());
        }
    }

    private <S extends MailboxReader> void read(
            Side<S> side, List<Place> places, Depths depths, SortedEntries entries, Scratch scratch)
            throws FailureException {
        boolean isSource = places == sources;
        Listing listing = new Listing(places, scratch, memory, job.stop().soft());
        listing.run(side);
        if (isSource) {
            job.reporter()
                    .planned(
                            places.size(),
                            places.stream().mapToLong(Place::items).sum(),
                            places.stream().mapToLong(Place::bytes).sum());
        }
        try {
            new Reading(
                            listing.items(),
                            depths,
                            isSource,
                            entries,
                            scratch,
                            job.stop().soft())
                    .run(side);
            listing.clear();
        } catch (IOException e) {
            throw scratch.broken(e);
        }
    }

    private List<FolderVerdict> verdicts(Routes routes, Depths depths) {
        List<FolderVerdict> verdicts = new ArrayList<>();
        lanes.forEach(lane -> verdicts.add(lane.verdict(depths.proof())));
        for (FolderMapping mapping : routes.mappings()) {
            FolderPath path = mapping.source().path();
            mapping.conflict()
                    .ifPresent(why -> verdicts.add(uncompared(
                            path,
                            mapping.target().orElse(path),
                            Math.max(0, mapping.source().status().count()),
                            why)));
        }
        routes.tree().unreadable().forEach((path, why) -> verdicts.add(uncompared(path, path, 0, why)));
        verdicts.sort(Comparator.comparing(FolderVerdict::target));
        return verdicts;
    }

    private static FolderVerdict uncompared(FolderPath source, FolderPath target, long items, Failure why) {
        return new FolderVerdict(List.of(source), target, items, -1, 0, Map.of(), FolderVerdict.Proof.NONE, why);
    }
}
