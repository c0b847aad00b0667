package org.mailwain.engine.internal.recognise;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.mail.Mark;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Traits;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.MailboxLedger;

/**
 * Finds, among the items that wait for one target folder, those that stand there already. Header and size decide where
 * nothing contends; else the content. Run once, on one thread.
 */
public final class Recogniser {
    private static final int PAGE = 10_000;

    private final MailboxLedger ledger;
    private final FolderPath target;
    private final List<Pair> pairs;
    private final boolean idsHold;
    private final Side<MailboxReader> source;
    private final Side<MailboxWriter> writer;
    private StandingTable table;
    private final List<Matches> matches = new ArrayList<>();
    private Traits targetTraits;
    private boolean exactSize;
    private long end;

    /** What was found for the items of one list. @param known whether they are items that were copied before */
    record Matches(Pair pair, boolean known, WorkList list, Sighting[] found, BitSet doubtful) {}

    /** @param idsHold false where the target was numbered anew since the ledger's entries were made */
    public Recogniser(
            MailboxLedger ledger,
            FolderPath target,
            List<Pair> pairs,
            boolean idsHold,
            Side<MailboxReader> source,
            Side<MailboxWriter> writer) {
        this.ledger = ledger;
        this.target = target;
        this.pairs = pairs;
        this.idsHold = idsHold;
        this.source = source;
        this.writer = writer;
    }

    /**
     * Looks at everything from the mark on, and says what was found of each waiting item.
     *
     * @return where the next item of the target would stand
     */
    public long look(Mark from, Outcomes outcomes) throws FailureException {
        read(from);
        if (table.count() > 0) {
            exactSize = targetTraits.size() == Traits.Fidelity.EXACT
                    && source.session().traits().size() == Traits.Fidelity.EXACT;
            Candidates candidates = gather();
            Claims claims = Claims.on(ledger, target, fingerprints(candidates), idsHold, exactSize);
            if (claims.isNameless() && from.next() > 1) {
                matches.clear();
                return look(Mark.startOf(from.epoch()), outcomes);
            }
            new Resolution(this, claims).resolve(candidates);
        }
        for (Matches found : matches) {
            outcomes.found(found.pair(), found.known(), found.list(), found.found(), found.doubtful());
        }
        return end;
    }

    private void read(Mark from) throws FailureException {
        writer.persist(session -> {
            targetTraits = session.traits();
            table = new StandingTable();
            session.settle(
                    target,
                    from,
                    page -> page.forEach(standing -> {
                        table.add(Sighting.of(standing));
                        end = Math.max(end, standing.position() + 1);
                    }));
            return null;
        });
    }

    private List<Fingerprint> fingerprints(Candidates candidates) {
        List<Fingerprint> hit = new ArrayList<>();
        for (int group = 0; group < candidates.groups(); group++) {
            if (candidates.has(group)) {
                hit.add(table.fingerprint(group));
            }
        }
        return hit;
    }

    /** Takes what was found, list by list. */
    @FunctionalInterface
    public interface Outcomes {
        /**
         * @param found by ordinal in the list, null where nothing stands for the item
         * @param doubtful ordinals of items that something looks like, whose content could not be compared
         */
        void found(Pair pair, boolean known, WorkList list, Sighting[] found, BitSet doubtful) throws FailureException;
    }

    private Candidates gather() throws FailureException {
        Candidates candidates = new Candidates(table.count());
        for (Pair pair : pairs) {
            if (pair.failure() == null) {
                byHeader(list(pair, false, pair.work()), candidates);
                if (pair.known() != null) {
                    byEntry(list(pair, true, pair.known()), candidates);
                }
            }
        }
        return candidates;
    }

    private int list(Pair pair, boolean known, WorkList list) {
        matches.add(new Matches(pair, known, list, new Sighting[list.count()], new BitSet()));
        return matches.size() - 1;
    }

    private void byHeader(int number, Candidates candidates) throws FailureException {
        Matches found = matches.get(number);
        Pair pair = found.pair();
        BitSet seen = new BitSet();
        source.persist(reader -> {
            Headers.read(reader, pair.path(), plausible(found), (wanted, identity) -> {
                int group = table.group(identity.fingerprint());
                if (group >= 0 && !seen.get(wanted.ordinal())) {
                    seen.set(wanted.ordinal());
                    boolean strong = identity.strength() >= Sighting.LEAST_STRENGTH;
                    candidates.add(
                            group,
                            new Candidates.Candidate(
                                    number, wanted.ordinal(), wanted.item().size(), strong));
                }
            });
            return null;
        });
    }

    /** Items whose header is worth a look: by size, and not told by a key of ours already. */
    private Iterator<Headers.Wanted> plausible(Matches found) {
        WorkList.Reader items = found.list().reader();
        return new Iterator<>() {
            private int ordinal = -1;
            private Headers.Wanted ahead;

            @Override
            public boolean hasNext() {
                while (ahead == null && items.hasNext()) {
                    WorkList.Entry entry = items.next();
                    ordinal++;
                    if (!byKey(found, entry, ordinal)
                            && (!exactSize || table.hasSize(entry.item().size()))) {
                        ahead = new Headers.Wanted(entry.item(), ordinal);
                    }
                }
                return ahead != null;
            }

            @Override
            public Headers.Wanted next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Headers.Wanted next = ahead;
                ahead = null;
                return next;
            }
        };
    }

    private boolean byKey(Matches found, WorkList.Entry entry, int ordinal) {
        if (!table.hasKeys()) {
            return false;
        }
        found.found()[ordinal] = table.keyed(found.pair().keys().of(entry.item().id()));
        return found.found()[ordinal] != null;
    }

    /** What was copied before is known by its entry. */
    private void byEntry(int number, Candidates candidates) throws FailureException {
        Matches found = matches.get(number);
        WorkList.Reader items = found.list().reader();
        List<ItemId> page = new ArrayList<>();
        int begin = 0;
        while (items.hasNext() || !page.isEmpty()) {
            while (items.hasNext() && page.size() < PAGE) {
                page.add(items.next().item().id());
            }
            Map<ItemId, ItemEntry> entries = found.pair().ledger().entries(page);
            for (int i = 0; i < page.size(); i++) {
                ItemEntry entry = entries.get(page.get(i));
                int group = entry == null || entry.fingerprint() == null ? -1 : table.group(entry.fingerprint());
                if (group >= 0) {
                    candidates.add(group, new Candidates.Candidate(number, begin + i, entry.size(), true));
                }
            }
            begin += page.size();
            page.clear();
        }
    }

    StandingTable table() {
        return table;
    }

    List<Matches> matches() {
        return matches;
    }

    boolean exactSize() {
        return exactSize;
    }

    boolean exactBytes() {
        return targetTraits.bytes() == Traits.Fidelity.EXACT;
    }

    Map<ItemId, ByteBuffer> targetContents(List<ListedItem> items) throws FailureException {
        return writer.persist(session -> Contents.sha256(session, target, items));
    }

    Map<ItemId, ByteBuffer> sourceContents(Pair pair, List<ListedItem> items) throws FailureException {
        return source.persist(session -> Contents.sha256(session, pair.path(), items));
    }

    /** The entries of items copied before, among those of a list. */
    Map<ItemId, ItemEntry> entries(Matches found, BitSet ordinals) throws FailureException {
        List<ItemId> ids = new ArrayList<>();
        Map<ItemId, ItemEntry> entries = new HashMap<>();
        WorkList.Reader items = found.list().reader();
        for (int ordinal = 0; items.hasNext(); ordinal++) {
            WorkList.Entry entry = items.next();
            if (ordinals.get(ordinal)) {
                ids.add(entry.item().id());
            }
            if (ids.size() == PAGE || !items.hasNext()) {
                entries.putAll(found.pair().ledger().entries(ids));
                ids.clear();
            }
        }
        return entries;
    }
}
