package org.mailwain.engine.internal.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.mail.Fingerprint;
import org.mailwain.api.mail.ItemId;
import org.mailwain.api.provider.AppendKey;

/**
 * What stands in a part of a target folder, about a hundred bytes an item, found by fingerprint. Items of one
 * fingerprint are a group, named by the index of its first. Confined to one thread.
 */
final class StandingTable {
    private final List<ItemId> ids = new ArrayList<>();
    private final Map<AppendKey, Integer> keys = new HashMap<>();
    private final BitSet strong = new BitSet();
    private long[] high = new long[64];
    private long[] low = new long[64];
    private long[] sizes = new long[64];
    private long[] positions = new long[64];
    private int[] next = new int[64];
    private int[] heads = filled(128);
    private int[] tails = filled(128);
    private long[] sortedSizes;

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, -1);
        return array;
    }

    int count() {
        return ids.size();
    }

    void add(Sighting sighting) {
        int index = ids.size();
        if (index == sizes.length) {
            grow(index + index / 2);
        }
        ids.add(sighting.id());
        high[index] = sighting.fingerprint().high();
        low[index] = sighting.fingerprint().low();
        sizes[index] = sighting.size();
        positions[index] = sighting.position();
        strong.set(index, sighting.strong());
        sighting.key().ifPresent(key -> keys.put(key, index));
        if (sighting.key().isEmpty()) {
            link(index);
        }
    }

    private void grow(int length) {
        high = Arrays.copyOf(high, length);
        low = Arrays.copyOf(low, length);
        sizes = Arrays.copyOf(sizes, length);
        positions = Arrays.copyOf(positions, length);
        next = Arrays.copyOf(next, length);
        if (heads.length < length * 2) {
            heads = filled(Integer.highestOneBit(length) * 4);
            tails = filled(heads.length);
            for (int i = 0; i < ids.size(); i++) {
                link(i);
            }
        }
    }

    /** At the end of its chain, so that groups keep the order of position. */
    private void link(int index) {
        next[index] = -1;
        int bucket = bucket(high[index]);
        if (heads[bucket] < 0) {
            heads[bucket] = index;
        } else {
            next[tails[bucket]] = index;
        }
        tails[bucket] = index;
    }

    private int bucket(long hash) {
        return (int) (hash & heads.length - 1);
    }

    /** The group of a fingerprint, or -1. */
    int group(Fingerprint fingerprint) {
        return seek(heads[bucket(fingerprint.high())], fingerprint.high(), fingerprint.low());
    }

    private int seek(int from, long wantedHigh, long wantedLow) {
        int at = from;
        while (at >= 0 && (high[at] != wantedHigh || low[at] != wantedLow)) {
            at = next[at];
        }
        return at;
    }

    /** All of a group, in the order of position. */
    List<Sighting> members(int group) {
        List<Sighting> members = new ArrayList<>();
        for (int at = group; at >= 0; at = seek(next[at], high[group], low[group])) {
            members.add(get(at));
        }
        return members;
    }

    Fingerprint fingerprint(int group) {
        return new Fingerprint(high[group], low[group]);
    }

    private Sighting get(int index) {
        return new Sighting(
                ids.get(index),
                positions[index],
                sizes[index],
                fingerprint(index),
                strong.get(index),
                Optional.empty(),
                null);
    }

    /** What carries the key, or null. */
    Sighting keyed(AppendKey key) {
        Integer index = keys.get(key);
        return index == null ? null : get(index);
    }

    boolean hasKeys() {
        return !keys.isEmpty();
    }

    /** Whether anything has exactly that size. */
    boolean hasSize(long size) {
        if (sortedSizes == null) {
            sortedSizes = Arrays.copyOf(sizes, ids.size());
            Arrays.sort(sortedSizes);
        }
        return Arrays.binarySearch(sortedSizes, size) >= 0;
    }
}
