package org.mailwain.engine.internal.move;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.provider.MailboxReader;
import org.mailwain.engine.internal.job.Side;
import org.mailwain.engine.internal.pass.Pair;
import org.mailwain.engine.internal.pass.WorkList;
import org.mailwain.engine.internal.recognise.Headers;
import org.mailwain.engine.internal.recognise.Sighting;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.MailboxLedger;

/** Items that left their source folders since the copies were last decided about. Confined to one thread. */
final class Leavers {
    /** Where more leave at once, the rest is copied anew to where it went. */
    private static final int MOST = 200_000;

    private final Map<Long, Map<Fingerprint, List<Leaver>>> bySize = new HashMap<>();
    private final Set<FolderLedger> folders = new LinkedHashSet<>();
    private int count;

    /** One of them, with the pair of folders that it left. */
    record Leaver(FolderLedger folder, ItemEntry entry) {
        FolderPath target() {
            return folder.target();
        }
    }

    static Leavers read(MailboxLedger ledger) throws FailureException {
        Leavers all = new Leavers();
        for (FolderLedger folder : ledger.folders()) {
            if (mayHave(folder)) {
                folder.leavers(false, page -> page.forEach(entry -> all.add(new Leaver(folder, entry))));
            }
        }
        return all;
    }

    /** By the counters alone. */
    static boolean mayHave(FolderLedger folder) throws FailureException {
        FolderCounts counts = folder.record().counts();
        return counts.left()
                > ItemEntry.OFF_TARGET.stream().mapToLong(counts::of).sum();
    }

    private void add(Leaver leaver) {
        folders.add(leaver.folder());
        ItemEntry entry = leaver.entry();
        boolean plain = entry.outcome() == ItemOutcome.COPIED
                && entry.marks().isEmpty()
                && entry.target() != null
                && entry.fingerprint() != null
                && entry.sha256() != null;
        if (plain && count < MOST) {
            bySize.computeIfAbsent(entry.size(), s -> new HashMap<>())
                    .computeIfAbsent(entry.fingerprint(), f -> new ArrayList<>())
                    .add(leaver);
            count++;
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Pairs of folders that anything left. */
    Set<FolderLedger> folders() {
        return folders;
    }

    /** For items that wait in a pair, by ordinal: what left another folder and looks the same. Each is given once. */
    Map<Integer, Leaver> matching(Pair pair, Side<MailboxReader> source) throws FailureException {
        Map<Integer, Leaver> matches = new LinkedHashMap<>();
        source.persist(reader -> {
            Headers.read(reader, pair.path(), plausible(pair, matches), (wanted, identity) -> {
                if (identity.strength() >= Sighting.LEAST_STRENGTH && !matches.containsKey(wanted.ordinal())) {
                    Leaver found = take(wanted.item().size(), identity.fingerprint(), pair.target());
                    if (found != null) {
                        matches.put(wanted.ordinal(), found);
                    }
                }
            });
            return null;
        });
        return matches;
    }

    /** Where several of one look are not equal, nobody can say which of them it is without reading it. */
    private Leaver take(long size, Fingerprint fingerprint, FolderPath into) {
        List<Leaver> alike = bySize.get(size).getOrDefault(fingerprint, List.of());
        boolean equal = alike.stream()
                        .map(leaver -> ByteBuffer.wrap(leaver.entry().sha256()))
                        .distinct()
                        .count()
                == 1;
        for (Iterator<Leaver> each = alike.iterator(); equal && each.hasNext(); ) {
            Leaver leaver = each.next();
            if (!leaver.target().equals(into)) {
                each.remove();
                count--;
                return leaver;
            }
        }
        return null;
    }

    private Iterator<Headers.Wanted> plausible(Pair pair, Map<Integer, Leaver> matches) {
        WorkList.Reader items = pair.work().reader();
        return new Iterator<>() {
            private int ordinal = -1;
            private Headers.Wanted ahead;

            @Override
            public boolean hasNext() {
                while (ahead == null && items.hasNext()) {
                    WorkList.Entry entry = items.next();
                    ordinal++;
                    if (bySize.containsKey(entry.item().size()) && !matches.containsKey(ordinal)) {
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
}
