package org.mailwain.engine.internal.recognise;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Flags;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.mail.ListedItem;
import org.mailwain.engine.internal.pass.WorkList;
import org.mailwain.ledger.ItemEntry;

/** Decides, group by group of equal headers, which item of the target stands for which of the source. */
final class Resolution {
    private final Recogniser all;
    private final Claims claims;
    private final List<Contended> contended = new ArrayList<>();

    /** A group in which header and size do not decide. */
    private record Contended(List<Candidates.Candidate> wanted, List<Sighting> free) {}

    Resolution(Recogniser all, Claims claims) {
        this.all = all;
        this.claims = claims;
    }

    void resolve(Candidates candidates) throws FailureException {
        releaseKnown(candidates);
        for (int group = 0; group < candidates.groups(); group++) {
            if (candidates.has(group)) {
                bySize(candidates.of(group), claims.free(all.table().members(group)));
            }
        }
        if (!contended.isEmpty()) {
            byContent();
        }
    }

    /** The claims of what is itself looked for do not count. */
    private void releaseKnown(Candidates candidates) throws FailureException {
        List<BitSet> ordinals = new ArrayList<>();
        all.matches().forEach(m -> ordinals.add(new BitSet()));
        for (int group = 0; group < candidates.groups(); group++) {
            candidates.of(group).forEach(c -> ordinals.get(c.list()).set(c.ordinal()));
        }
        for (int i = 0; i < ordinals.size(); i++) {
            if (all.matches().get(i).known()) {
                all.entries(all.matches().get(i), ordinals.get(i)).values().forEach(claims::release);
            }
        }
    }

    private void bySize(List<Candidates.Candidate> wanted, List<Sighting> free) {
        if (!all.exactSize()) {
            decide(wanted, free);
            return;
        }
        Map<Long, List<Candidates.Candidate>> sizes = new LinkedHashMap<>();
        wanted.forEach(
                c -> sizes.computeIfAbsent(c.size(), s -> new ArrayList<>()).add(c));
        sizes.forEach((size, some) ->
                decide(some, free.stream().filter(s -> s.size() == size).toList()));
    }

    private void decide(List<Candidates.Candidate> wanted, List<Sighting> free) {
        if (free.isEmpty()) {
            return;
        }
        Candidates.Candidate first = wanted.getFirst();
        if (wanted.size() == 1
                && free.size() == 1
                && first.strong()
                && free.getFirst().strong()) {
            found(first, free.getFirst());
        } else {
            contended.add(new Contended(wanted, free));
        }
    }

    private void found(Candidates.Candidate candidate, Sighting sighting) {
        all.matches().get(candidate.list()).found()[candidate.ordinal()] = sighting;
    }

    private void byContent() throws FailureException {
        List<ListedItem> standing = new ArrayList<>();
        for (Contended group : contended) {
            group.free().forEach(s -> standing.add(new ListedItem(s.id(), s.size(), null, Flags.NONE)));
        }
        Map<ItemId, ByteBuffer> onTarget = all.targetContents(standing);
        List<Map<Integer, ByteBuffer>> onSource = sourceContents();
        for (Contended group : contended) {
            List<Sighting> left = new ArrayList<>(group.free());
            for (Candidates.Candidate candidate : group.wanted()) {
                ByteBuffer content = onSource.get(candidate.list()).get(candidate.ordinal());
                left.stream()
                        .filter(s -> content != null && content.equals(onTarget.get(s.id())))
                        .findFirst()
                        .ifPresent(same -> {
                            found(candidate, same);
                            left.remove(same);
                        });
            }
            if (!all.exactBytes() && !left.isEmpty()) {
                doubt(group);
            }
        }
    }

    /** The target may have rewritten them: what looks the same and is not equal can still be the same. */
    private void doubt(Contended group) {
        for (Candidates.Candidate candidate : group.wanted()) {
            Recogniser.Matches found = all.matches().get(candidate.list());
            if (found.found()[candidate.ordinal()] == null) {
                found.doubtful().set(candidate.ordinal());
            }
        }
    }

    /** By list and ordinal. */
    private List<Map<Integer, ByteBuffer>> sourceContents() throws FailureException {
        List<Map<Integer, ByteBuffer>> contents = new ArrayList<>();
        for (int list = 0; list < all.matches().size(); list++) {
            BitSet ordinals = new BitSet();
            for (Contended group : contended) {
                for (Candidates.Candidate candidate : group.wanted()) {
                    if (candidate.list() == list) {
                        ordinals.set(candidate.ordinal());
                    }
                }
            }
            contents.add(
                    ordinals.isEmpty() ? Map.of() : sourceContents(all.matches().get(list), ordinals));
        }
        return contents;
    }

    private Map<Integer, ByteBuffer> sourceContents(Recogniser.Matches found, BitSet ordinals) throws FailureException {
        Map<ItemId, Integer> wanted = new HashMap<>();
        List<ListedItem> items = new ArrayList<>();
        WorkList.Reader reader = found.list().reader();
        for (int ordinal = 0; reader.hasNext(); ordinal++) {
            WorkList.Entry entry = reader.next();
            if (ordinals.get(ordinal)) {
                wanted.put(entry.item().id(), ordinal);
                items.add(entry.item());
            }
        }
        Map<Integer, ByteBuffer> contents = new HashMap<>();
        if (found.known()) {
            for (ItemEntry entry : all.entries(found, ordinals).values()) {
                if (entry.sha256() != null) {
                    contents.put(wanted.remove(entry.id()), ByteBuffer.wrap(entry.sha256()));
                }
            }
            items.removeIf(item -> !wanted.containsKey(item.id()));
        }
        all.sourceContents(found.pair(), items).forEach((id, digest) -> contents.put(wanted.get(id), digest));
        return contents;
    }
}
