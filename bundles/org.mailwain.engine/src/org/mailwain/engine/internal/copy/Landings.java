package org.mailwain.engine.internal.copy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.api.provider.MailboxWriter;
import org.mailwain.api.provider.Traits;
import org.mailwain.engine.EngineFailure;
import org.mailwain.engine.internal.job.Entries;
import org.mailwain.engine.internal.job.Notes;
import org.mailwain.engine.internal.recognise.Contents;
import org.mailwain.engine.internal.recognise.Sighting;
import org.mailwain.ledger.FolderCommit.Result;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.ItemEntry;

/** Brings unanswered appends together with what stands on the target. Confined to the thread that writes. */
final class Landings {
    private final Books books;
    private final FlagsOwed owed;
    private final Map<FolderLedger, List<Result>> results = new IdentityHashMap<>();

    Landings(Books books, FlagsOwed owed) {
        this.books = books;
        this.owed = owed;
    }

    /** @param sightings that answer for nothing yet, in the order of position */
    void settle(MailboxWriter session, Lane lane, List<Sighting> sightings) throws FailureException {
        Round round = new Round(session, lane, new ArrayList<>(sightings));
        round.byKey();
        round.byHeader();
        round.byContent();
        round.changed();
        round.surplus();
        round.doubt();
    }

    /** Writes down what was found. */
    void commit(Lane lane) {
        if (results.isEmpty() && !lane.pairs().isEmpty()) {
            books.commit(lane, lane.pairs().getFirst().ledger(), List.of(), List.of());
        }
        results.forEach((ledger, found) -> books.commit(lane, ledger, found, List.of()));
        results.clear();
    }

    /** One look. */
    private final class Round {
        private final MailboxWriter session;
        private final Lane lane;
        private final List<Sighting> left;
        private final boolean exactSize;
        private final boolean exactBytes;
        private Map<ItemId, ByteBuffer> digests;

        Round(MailboxWriter session, Lane lane, List<Sighting> left) {
            this.session = session;
            this.lane = lane;
            this.left = left;
            this.exactSize = session.traits().size() == Traits.Fidelity.EXACT;
            this.exactBytes = session.traits().bytes() == Traits.Fidelity.EXACT;
        }

        private List<Fate> open(Predicate<Fate> which) {
            return lane.fates().values().stream()
                    .filter(Fate::isOpen)
                    .filter(which)
                    .toList();
        }

        void byKey() throws FailureException {
            for (Sighting sighting : List.copyOf(left)) {
                if (sighting.key().isPresent()) {
                    Fate fate = lane.fates().get(sighting.key().get());
                    if (fate != null && fate.isOpen() && !fate.isResolved()) {
                        found(fate, sighting);
                    }
                }
            }
        }

        /** One item and one sighting that nothing contradicts. */
        void byHeader() throws FailureException {
            for (List<Fate> alike : groups(open(f -> true))) {
                Fate fate = alike.getFirst();
                List<Sighting> seen = left.stream()
                        .filter(s -> s.strong() && looksLike(s, fate))
                        .toList();
                boolean alone = alike.size() == 1 && seen.size() == 1;
                if (alone && !fate.isResolved()) {
                    found(fate, seen.getFirst());
                } else if (!exactBytes && seen.size() > 0) {
                    inOrder(alike.stream().filter(f -> !f.isResolved()).toList(), seen);
                }
            }
        }

        private List<List<Fate>> groups(List<Fate> fates) {
            Map<List<Object>, List<Fate>> groups = new LinkedHashMap<>();
            for (Fate fate : fates) {
                List<Object> by = List.of(
                        fate.item().fingerprint(), exactSize ? fate.item().size() : 0L);
                groups.computeIfAbsent(by, g -> new ArrayList<>()).add(fate);
            }
            return List.copyOf(groups.values());
        }

        private boolean looksLike(Sighting sighting, Fate fate) {
            return sighting.fingerprint().equals(fate.item().fingerprint())
                    && (!exactSize || sighting.size() == fate.item().size());
        }

        private void inOrder(List<Fate> fates, List<Sighting> seen) throws FailureException {
            for (int i = 0; i < Math.min(fates.size(), seen.size()); i++) {
                found(fates.get(i), seen.get(i));
            }
        }

        /** Equal bytes are the same message, also on a target that rewrites some. */
        void byContent() throws FailureException {
            for (Fate fate : open(f -> !f.isResolved())) {
                for (Sighting sighting : List.copyOf(left)) {
                    if (!fate.isResolved() && looksLike(sighting, fate) && holds(sighting, fate)) {
                        found(fate, sighting);
                    }
                }
            }
        }

        private boolean holds(Sighting sighting, Fate fate) throws FailureException {
            return ByteBuffer.wrap(fate.item().sha256()).equals(digests().get(sighting.id()));
        }

        private Map<ItemId, ByteBuffer> digests() throws FailureException {
            if (digests == null) {
                List<ListedItem> items = left.stream()
                        .map(s -> new ListedItem(s.id(), s.size(), null, Flags.NONE))
                        .toList();
                digests = Contents.sha256(session, lane.target(), items);
            }
            return digests;
        }

        /** Ours by all that the header says, and of another size: the target changed it on the way. */
        void changed() throws FailureException {
            for (Fate fate : open(f -> !f.isResolved())) {
                List<Sighting> seen = left.stream()
                        .filter(s ->
                                s.strong() && s.fingerprint().equals(fate.item().fingerprint()))
                        .toList();
                long rivals = open(f -> !f.isResolved()
                                && f.item().fingerprint().equals(fate.item().fingerprint()))
                        .size();
                if (exactSize && seen.size() == 1 && rivals == 1) {
                    found(fate, seen.getFirst());
                }
            }
        }

        /** Further copies of what stands there already. */
        void surplus() throws FailureException {
            List<ItemId> surplus = new ArrayList<>();
            for (Fate fate : open(Fate::isResolved)) {
                for (Sighting sighting : List.copyOf(left)) {
                    boolean named =
                            sighting.key().filter(fate.item().key()::equals).isPresent();
                    boolean same = named || looksLike(sighting, fate) && holds(sighting, fate);
                    if (fate.isOpen()
                            && same
                            && lane.fates().values().stream().noneMatch(f -> f.standsAt(sighting.id()))) {
                        left.remove(sighting);
                        fate.found();
                        if (session.traits().removes()) {
                            surplus.add(sighting.id());
                        } else {
                            doubled(fate);
                        }
                    }
                }
            }
            if (!surplus.isEmpty()) {
                session.remove(lane.target(), surplus);
            }
        }

        /** What looks the same and could not be compared: the item is sent again, and a person is told. */
        void doubt() {
            for (Fate fate : open(f -> !f.isResolved() && f.cargo() != null)) {
                if (left.stream().anyMatch(s -> !exactBytes && looksLike(s, fate))) {
                    fate.cargo().mark(ItemMark.MAY_BE_DOUBLED);
                }
            }
        }

        private void doubled(Fate fate) throws FailureException {
            ItemEntry entry = fate.ledger().entries(List.of(fate.id())).get(fate.id());
            if (entry != null) {
                ItemEntry marked = Entries.marked(entry, ItemMark.DOUBLED_BY_LATE_WRITE);
                add(fate, new Result(marked, Notes.bare(EngineFailure.DOUBLED_LATE.with(), null)));
            }
        }

        private void found(Fate fate, Sighting sighting) throws FailureException {
            left.remove(sighting);
            fate.found();
            fate.resolve(sighting.id());
            Failure changed = lane.proofs()
                    .found(session.traits(), fate, lane.pair(fate.ledger().source()), sighting.size());
            Cargo cargo = fate.cargo();
            if (cargo != null) {
                if (sighting.less() != null) {
                    cargo.less(sighting.less());
                }
                boolean later = session.traits().flagsAfterAppend();
                if (changed != null) {
                    cargo.changed(changed);
                }
                Result result = books.copied(cargo, sighting.id(), later);
                add(fate, result);
                if (later) {
                    owed.add(lane, fate.ledger(), result, cargo.letter().flags());
                }
                cargo.close();
                fate.cargo(null);
            } else {
                ItemEntry before = fate.ledger().entries(List.of(fate.id())).get(fate.id());
                add(fate, books.found(fate, sighting, changed, before));
            }
            if (!lane.isDense()) {
                lane.landed(sighting.position());
            }
        }

        private void add(Fate fate, Result result) {
            results.computeIfAbsent(fate.ledger(), l -> new ArrayList<>()).add(result);
        }
    }
}
