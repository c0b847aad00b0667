package org.mailwain.engine.internal.recognise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Source items whose header equals one that stands on the target, by group of the {@link StandingTable}; packed.
 * Confined to one thread.
 */
final class Candidates {
    /** @param list which of the lists, @param ordinal place in it */
    record Candidate(int list, int ordinal, long size, boolean strong) {}

    private final int[] heads;
    private final BitSet strong = new BitSet();
    private int[] lists = new int[64];
    private int[] ordinals = new int[64];
    private long[] sizes = new long[64];
    private int[] next = new int[64];
    private int count;

    Candidates(int groups) {
        heads = new int[groups];
        Arrays.fill(heads, -1);
    }

    void add(int group, Candidate candidate) {
        if (count == lists.length) {
            int longer = count + count / 2;
            lists = Arrays.copyOf(lists, longer);
            ordinals = Arrays.copyOf(ordinals, longer);
            sizes = Arrays.copyOf(sizes, longer);
            next = Arrays.copyOf(next, longer);
        }
        lists[count] = candidate.list();
        ordinals[count] = candidate.ordinal();
        sizes[count] = candidate.size();
        strong.set(count, candidate.strong());
        next[count] = heads[group];
        heads[group] = count++;
    }

    boolean isEmpty() {
        return count == 0;
    }

    int groups() {
        return heads.length;
    }

    boolean has(int group) {
        return heads[group] >= 0;
    }

    /** Those of a group, in the order in which they were added. */
    List<Candidate> of(int group) {
        List<Candidate> members = new ArrayList<>();
        for (int at = heads[group]; at >= 0; at = next[at]) {
            members.add(new Candidate(lists[at], ordinals[at], sizes[at], strong.get(at)));
        }
        return members.reversed();
    }
}
