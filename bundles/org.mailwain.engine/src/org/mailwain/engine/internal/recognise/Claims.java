package org.mailwain.engine.internal.recognise;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.AppendKey;
import org.mailwain.ledger.Intent;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.MailboxLedger;

/**
 * Which items of a target folder answer for source items already, by whatever source that leads there: each answers for
 * one alone. Entries without a target id claim any item that looks like them.
 */
public final class Claims {
    private static final int PAGE = 10_000;

    private final Set<ItemId> byId = new HashSet<>();
    private final Map<Fingerprint, List<Long>> bySize = new HashMap<>();
    private final boolean exactSize;
    private boolean nameless;

    private Claims(boolean exactSize) {
        this.exactSize = exactSize;
    }

    /**
     * @param idsHold false where the target was numbered anew since the entries were made
     * @param exactSize whether sizes on the target are exact
     */
    public static Claims on(
            MailboxLedger ledger,
            FolderPath target,
            Collection<Fingerprint> fingerprints,
            boolean idsHold,
            boolean exactSize)
            throws FailureException {
        Claims claims = new Claims(exactSize);
        List<Fingerprint> all = new ArrayList<>(fingerprints);
        for (int at = 0; at < all.size(); at += PAGE) {
            List<Fingerprint> page = all.subList(at, Math.min(at + PAGE, all.size()));
            ledger.withFingerprints(target, page)
                    .values()
                    .forEach(entries -> entries.forEach(e -> claims.add(e, idsHold)));
        }
        claims.reserve(ledger, target, new HashSet<>(all));
        return claims;
    }

    private void add(ItemEntry entry, boolean idsHold) {
        if (entry.target() != null && idsHold) {
            byId.add(entry.target());
        } else {
            nameless = true;
            bySize.computeIfAbsent(entry.fingerprint(), f -> new ArrayList<>()).add(entry.size());
        }
    }

    /** What another source is about to settle is not ours to take. */
    private void reserve(MailboxLedger ledger, FolderPath target, Set<Fingerprint> wanted) throws FailureException {
        Set<Long> own = new HashSet<>();
        ledger.ownIntents().forEach(intent -> own.add(intent.number()));
        Set<AppendKey> seen = new HashSet<>();
        for (Intent intent : ledger.openIntents()) {
            if (!own.contains(intent.number()) && intent.target().equals(target)) {
                for (Intent.Item item : intent.items()) {
                    if (wanted.contains(item.fingerprint()) && seen.add(item.key())) {
                        bySize.computeIfAbsent(item.fingerprint(), f -> new ArrayList<>())
                                .add(item.size());
                    }
                }
            }
        }
    }

    /** Whether an entry claims an item without saying which: only the whole folder tells what is left over. */
    public boolean isNameless() {
        return nameless;
    }

    /** Gives back a claim of an entry that is itself looked for again. */
    public void release(ItemEntry entry) {
        List<Long> sizes = bySize.get(entry.fingerprint());
        if (sizes != null) {
            sizes.remove((Long) entry.size());
        }
    }

    /** Those that answer for nothing yet, in their order. */
    public List<Sighting> free(List<Sighting> sightings) {
        Map<Fingerprint, List<Long>> left = new HashMap<>();
        bySize.forEach((fingerprint, sizes) -> left.put(fingerprint, new ArrayList<>(sizes)));
        List<Sighting> free = new ArrayList<>();
        for (Sighting sighting : sightings) {
            if (!byId.contains(sighting.id()) && !take(left.get(sighting.fingerprint()), sighting)) {
                free.add(sighting);
            }
        }
        return free;
    }

    private boolean take(List<Long> sizes, Sighting sighting) {
        if (sizes == null || sizes.isEmpty()) {
            return false;
        }
        if (sizes.remove((Long) sighting.size())) {
            return true;
        }
        if (exactSize) {
            return false;
        }
        sizes.removeLast();
        return true;
    }
}
