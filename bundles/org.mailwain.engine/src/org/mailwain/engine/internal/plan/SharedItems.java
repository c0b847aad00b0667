package org.mailwain.engine.internal.plan;

import java.util.Arrays;
import java.util.BitSet;
import org.mailwain.api.mail.ListedItem;

/**
 * Items of one folder that stand in others too (labels), in sixteen bytes each: where several folders get a copy, it is
 * read for the first of them alone. A forecast: one of some thousand is taken for another. Confined to one thread.
 */
final class SharedItems {
    private static final int PLACES = 1 << 26;

    private long[] hashes = new long[16];
    private long[] sizes = new long[16];
    private int count;

    void clear() {
        count = 0;
    }

    void add(ListedItem item) {
        if (item.placements().isEmpty()) {
            return;
        }
        if (count == hashes.length) {
            hashes = Arrays.copyOf(hashes, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        long hash = 0;
        for (byte b : item.id().bytes()) {
            hash = (hash ^ b) * 0x9E3779B97F4A7C15L;
        }
        hashes[count] = hash;
        sizes[count] = Math.max(0, item.size());
        count++;
    }

    /** Bytes of those that folders before this one brought already. @param seen of all folders so far */
    long again(BitSet seen) {
        long again = 0;
        for (int i = 0; i < count; i++) {
            int place = (int) (hashes[i] >>> 38) % PLACES;
            again += seen.get(place) ? sizes[i] : 0;
            seen.set(place);
        }
        return again;
    }
}
