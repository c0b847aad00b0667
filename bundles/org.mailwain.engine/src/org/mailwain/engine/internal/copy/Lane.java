package org.mailwain.engine.internal.copy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.FolderStatus;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.api.provider.Traits;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;

/**
 * One target folder in a pass, with the source folders that go into it. Its frontier is the position below which
 * everything that stands there is accounted for. Confined to the thread that writes, save what says otherwise.
 */
public final class Lane {
    private final FolderPath target;
    private final List<Pair> pairs;
    private final Map<AppendKey, Fate> fates = new LinkedHashMap<>();
    private final List<OpenIntent> suspects = new ArrayList<>();
    private final NavigableSet<Long> beyond = new TreeSet<>();
    private Traits traits;
    private volatile Mark frontier;
    private Mark listedFrom;
    private long firstForeign = -1;
    private long stood;
    private long landed;
    private boolean lookWanted;
    private final Samples samples = new Samples();
    private final Proofs proofs = new Proofs();
    private volatile Failure failure;

    /** An intent that stays open until the end of the pass. */
    record OpenIntent(FolderLedger ledger, long number) {}

    public Lane(FolderPath target, List<Pair> pairs) {
        this.target = target;
        this.pairs = List.copyOf(pairs);
    }

    public FolderPath target() {
        return target;
    }

    public List<Pair> pairs() {
        return pairs;
    }

    /**
     * Where the folder stood.
     *
     * @param before from before the source was listed: what came to the target later is looked at by the next pass too
     */
    public void standsAt(FolderStatus now, FolderStatus before, Traits targetTraits) {
        traits = targetTraits;
        frontier = now.mark();
        stood = now.count();
        listedFrom = before != null && before.epoch().equals(now.epoch()) ? before.mark() : now.mark();
    }

    /** How much work waits for it: a message costs about as much as so many bytes. */
    long load() {
        return pairs.stream()
                .mapToLong(pair -> pair.work().size() + pair.work().count() * 20_000L)
                .sum();
    }

    /** Whether positions follow each other without a gap as long as nobody else writes. */
    public boolean isDense() {
        return !traits.ownKeys();
    }

    /** From any thread. */
    public Mark frontier() {
        return frontier;
    }

    public void frontier(Mark mark) {
        frontier = mark;
        beyond.headSet(mark.next()).clear();
    }

    /** A foreign item may stand there at this position or later. */
    public void foreign(long position) {
        if (position >= listedFrom.next() && (firstForeign < 0 || position < firstForeign)) {
            firstForeign = position;
        }
    }

    /** Everything below was looked at; what of it came after the source was listed may be met again. */
    void foreignUpTo(long end) {
        if (end > listedFrom.next()) {
            foreign(listedFrom.next());
        }
    }

    /**
     * The folder holds so many items in the end. Where positions have gaps of themselves, only their number tells
     * whether somebody else wrote.
     */
    void counted(FolderStatus end) {
        boolean same = end.epoch().equals(frontier.epoch());
        boolean grown = isDense() ? end.next() > frontier.next() : end.count() != stood + landed;
        if (same && grown) {
            foreign(isDense() ? frontier.next() : listedFrom.next());
        }
    }

    /** Up to where what stands there need not be looked at again by later passes. */
    public long recognised() {
        return firstForeign < 0 ? frontier.next() : Math.min(firstForeign, frontier.next());
    }

    /** @return false for a position that was given before: the target merged two messages */
    public boolean landed(long position) {
        landed++;
        long next = frontier.next();
        if (position < 0) {
            frontier = frontier.at(next + 1);
            return true;
        }
        if (!isDense()) {
            frontier = frontier.at(Math.max(next, position));
            return true;
        }
        if (position < next || beyond.contains(position)) {
            return false;
        }
        if (position == next) {
            advance(position + 1);
        } else if (fates.isEmpty()) {
            foreign(next);
            advance(position + 1);
        } else {
            beyond.add(position);
            lookWanted = true;
        }
        return true;
    }

    private void advance(long next) {
        long end = next;
        while (beyond.remove(end)) {
            end++;
        }
        frontier = frontier.at(end);
    }

    /** Whether an answer named this position for one of ours that stands beyond the frontier. */
    boolean isOurs(long position) {
        return beyond.contains(position);
    }

    /** Whether the answers named every position, so that what is not named is not ours. */
    boolean knowsPositions() {
        return traits.answersIds() && isDense();
    }

    Map<AppendKey, Fate> fates() {
        return fates;
    }

    List<OpenIntent> suspects() {
        return suspects;
    }

    /**
     * An earlier run's intent is open: any of its items may stand there, or show up.
     *
     * @param standing entries of items that stand there
     */
    public void reopen(Intent intent, FolderLedger ledger, Map<ItemId, ItemEntry> standing) {
        suspects.add(new OpenIntent(ledger, intent.number()));
        for (Intent.Item item : intent.items()) {
            Fate fate = fates.computeIfAbsent(item.key(), key -> new Fate(item, ledger, null));
            fate.unanswered();
            if (standing.containsKey(item.id())) {
                fate.resolve(standing.get(item.id()).target());
            }
        }
    }

    /** Whether an item that was sent or moved is known to stand there. */
    public boolean isResolved(AppendKey key) {
        Fate fate = fates.get(key);
        return fate != null && fate.isResolved();
    }

    boolean wantsLook() {
        return lookWanted;
    }

    void looked() {
        lookWanted = false;
    }

    /** Why nothing more goes into this folder, or null. From any thread. */
    public Failure failure() {
        return failure;
    }

    public void fail(Failure why) {
        refuse(why);
        pairs.forEach(pair -> pair.fail(why));
    }

    /** Nothing can go into the folder; its sources may still be listed. */
    public void refuse(Failure why) {
        if (failure == null) {
            failure = why;
        }
    }

    /** The pair of a source folder, or null where it takes no part. */
    Pair pair(FolderPath source) {
        return pairs.stream()
                .filter(pair -> pair.path().equals(source))
                .findFirst()
                .orElse(null);
    }

    /** What shows that copies are what was sent. */
    Proofs proofs() {
        return proofs;
    }

    /** Copies were moved in, of which this shows that they are what was sent. */
    public void proven(Pair pair, Set<CopyProof> by) {
        proofs.add(pair.path(), by);
    }

    /** What shows it for a source folder's, with those of earlier passes; null where the folder takes no part. */
    Set<CopyProof> proofs(FolderPath source) {
        Pair pair = pair(source);
        return pair == null ? null : proofs.of(pair);
    }

    /** Copies whose flags and date are looked at in the end. */
    Samples samples() {
        return samples;
    }
}
