package org.mailwain.engine.internal.copy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Standing;
import org.mailwain.api.provider.Traits;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Job;
import org.mailwain.engine.internal.recognise.Claims;
import org.mailwain.engine.internal.recognise.Sighting;
import org.mailwain.ledger.MailboxLedger;

/**
 * Finds out what became of appends that were not answered: looks at what stands on the target beyond the frontier, and
 * moves the frontier behind it. Confined to the thread that writes.
 */
public final class Settler {
    /** A folder into which somebody else delivers never stands still: after so many quiet times a look is taken as it is. */
    private static final int LONGEST_WAIT = 6;

    private final Job job;
    private final MailboxLedger ledger;
    private final Landings landings;

    /** @param owed takes the flags that what was found still lacks */
    public Settler(Job job, MailboxLedger ledger, Books books, FlagsOwed owed) {
        this.job = job;
        this.ledger = ledger;
        this.landings = new Landings(books, owed);
    }

    /** Waits until the folders stood still for the quiet time: a server goes on storing what was in flight. */
    public void awaitQuiet(MailboxWriter session, Collection<Lane> lanes) throws FailureException {
        Duration quiet = job.batch().limits().quietTime();
        List<FolderPath> folders = lanes.stream().map(Lane::target).toList();
        if (quiet.isZero() || folders.isEmpty()) {
            return;
        }
        Duration step =
                quiet.dividedBy(10).compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofSeconds(1) : quiet.dividedBy(10);
        // what was rested counts: a clock that jumps would end the wait too early, or never
        Duration waited = Duration.ZERO;
        Duration still = Duration.ZERO;
        List<Still> before = look(session, folders);
        while (still.compareTo(quiet) < 0 && waited.compareTo(quiet.multipliedBy(LONGEST_WAIT)) < 0) {
            job.shared().rests().rest(step, job.stop().soft());
            waited = waited.plus(step);
            List<Still> after = look(session, folders);
            still = after.equals(before) ? still.plus(step) : Duration.ZERO;
            before = after;
        }
    }

    private record Still(String epoch, long next, long count) {}

    private static List<Still> look(MailboxWriter session, List<FolderPath> folders) throws FailureException {
        return session.states(folders).stream()
                .map(s -> new Still(s.epoch().value(), s.next(), s.count()))
                .toList();
    }

    /** Looks beyond the frontier. */
    void look(MailboxWriter session, Lane lane) throws FailureException {
        look(session, lane, lane.frontier());
    }

    /** @param from everything of ours that is not accounted for stands there or later */
    public void look(MailboxWriter session, Lane lane, Mark from) throws FailureException {
        FolderStatus status = session.state(lane.target());
        lane.looked();
        if (!status.epoch().equals(lane.frontier().epoch())) {
            lane.fail(EngineFailure.TARGET_EPOCH.with(lane.target()));
            return;
        }
        Map<AppendKey, Fate> fates = lane.fates();
        if (fates.values().stream().noneMatch(Fate::isOpen)) {
            skip(lane, status);
            return;
        }
        Traits traits = session.traits();
        boolean exact = traits.size() == Traits.Fidelity.EXACT;
        Gathered gathered = gather(session, lane, from);
        ledger.flush();
        Set<Fingerprint> fingerprints = new HashSet<>();
        fates.values().forEach(fate -> fingerprints.add(fate.item().fingerprint()));
        boolean sameEpoch = from.epoch().equals(status.epoch());
        Claims claims = Claims.on(ledger, lane.target(), fingerprints, sameEpoch, exact);
        if (claims.isNameless() && !gathered.relevant().isEmpty() && from.next() > 1) {
            gathered = gather(session, lane, Mark.startOf(status.epoch()));
        }
        try {
            landings.settle(session, lane, claims.free(gathered.relevant()));
            if (lane.isDense()) {
                lane.frontier(status.mark().at(Math.max(status.next(), gathered.end())));
            }
        } finally {
            // what was found is ours from now on, even where the connection broke before all was looked at
            landings.commit(lane);
        }
    }

    private static void skip(Lane lane, FolderStatus status) {
        if (lane.isDense() && status.next() > lane.frontier().next()) {
            lane.foreign(lane.frontier().next());
            lane.frontier(status.mark());
        }
    }

    /** @param end behind the last item */
    private record Gathered(List<Sighting> relevant, long end) {}

    private static Gathered gather(MailboxWriter session, Lane lane, Mark from) throws FailureException {
        Set<Fingerprint> wanted = new HashSet<>();
        lane.fates().values().forEach(fate -> wanted.add(fate.item().fingerprint()));
        List<Sighting> relevant = new ArrayList<>();
        long[] end = {0};
        session.settle(lane.target(), from, page -> {
            for (Standing standing : page) {
                end[0] = Math.max(end[0], standing.position() + 1);
                Sighting sighting = Sighting.of(standing);
                boolean ours = lane.isOurs(sighting.position());
                boolean keyed = sighting.key().filter(lane.fates()::containsKey).isPresent();
                if (!ours && (keyed || sighting.key().isEmpty() && wanted.contains(sighting.fingerprint()))) {
                    relevant.add(sighting);
                } else if (!ours
                        && sighting.key().isEmpty()
                        && standing.position() >= lane.frontier().next()) {
                    lane.foreign(standing.position());
                }
            }
        });
        return new Gathered(relevant, end[0]);
    }
}
