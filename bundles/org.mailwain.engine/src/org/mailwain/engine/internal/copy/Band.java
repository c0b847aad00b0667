package org.mailwain.engine.internal.copy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.mailwain.api.mail.ItemId;
import org.mailwain.engine.internal.pass.Pair;

/**
 * Sizes that a target only estimates, in one folder: how much they differ from what was sent is learnt from its first
 * items, and one that differs much more was cut. Confined to the thread that writes.
 */
final class Band {
    private static final int LEARNT_FROM = 200;
    private static final int FEWEST = 20;
    /** What lies at the edges may be cut itself: so much of both is not learnt from. */
    private static final double EDGE = 0.05;

    private static final double MARGIN = 0.2;
    private static final long NEVER_ODD = 4_096;

    private final List<Told> first = new ArrayList<>();
    private double low = Double.NaN;
    private double high;

    /** An item with the bytes sent and the bytes that the target tells. */
    record Told(Pair pair, ItemId item, long sent, long told) {
        private double ratio() {
            return (double) told / Math.max(1, sent);
        }
    }

    /** @return whether the size is out of the band; while it is being learnt, see {@link #oddOfFirst} */
    boolean isOdd(Pair pair, ItemId item, long sent, long told) {
        Told one = new Told(pair, item, sent, told);
        if (isLearnt()) {
            return isOdd(one);
        }
        first.add(one);
        if (first.size() == LEARNT_FROM) {
            learn();
        }
        return false;
    }

    private void learn() {
        double[] ratios = first.stream().mapToDouble(Told::ratio).toArray();
        Arrays.sort(ratios);
        int edge = (int) Math.ceil(ratios.length * EDGE);
        low = ratios[edge] * (1 - MARGIN);
        high = ratios[ratios.length - 1 - edge] * (1 + MARGIN);
    }

    boolean isLearnt() {
        return !Double.isNaN(low);
    }

    private boolean isOdd(Told one) {
        return one.told() < one.sent() * low - NEVER_ODD || one.told() > one.sent() * high + NEVER_ODD;
    }

    /** Those of the first items that are out of the band, as the rest of them shows; none where there are few. */
    List<Told> oddOfFirst() {
        if (!isLearnt() && first.size() >= FEWEST) {
            learn();
        }
        return isLearnt() ? first.stream().filter(this::isOdd).toList() : List.of();
    }
}
