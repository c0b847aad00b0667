package org.mailwain.presenters.reports;

import java.util.ArrayList;
import java.util.List;

/** How one text became another, line by line. Where very much differs, the old lines stand before the new ones. */
public final class Difference {
    /** Lines around a change that are shown; the rest is left out. */
    private static final int AROUND = 3;
    /** Lines on either side up to which the shortest difference is looked for; beyond, memory would grow. */
    private static final int MOST = 1500;

    private Difference() {}

    /** What a line is. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED,
        /** Stands for lines that are the same and left out; the text is their number. */
        GAP
    }

    public record Line(Kind kind, String text) {}

    public static List<Line> between(String before, String after) {
        List<String> a = before.lines().toList();
        List<String> b = after.lines().toList();
        int start = 0;
        while (start < a.size() && start < b.size() && a.get(start).equals(b.get(start))) {
            start++;
        }
        int end = 0;
        while (end < a.size() - start
                && end < b.size() - start
                && a.get(a.size() - 1 - end).equals(b.get(b.size() - 1 - end))) {
            end++;
        }
        List<Line> all = new ArrayList<>();
        a.subList(0, start).forEach(line -> all.add(new Line(Kind.SAME, line)));
        middle(a.subList(start, a.size() - end), b.subList(start, b.size() - end), all);
        a.subList(a.size() - end, a.size()).forEach(line -> all.add(new Line(Kind.SAME, line)));
        return folded(all);
    }

    private static void middle(List<String> a, List<String> b, List<Line> into) {
        if (a.size() > MOST || b.size() > MOST) {
            a.forEach(line -> into.add(new Line(Kind.REMOVED, line)));
            b.forEach(line -> into.add(new Line(Kind.ADDED, line)));
            return;
        }
        int[][] common = common(a, b);
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                into.add(new Line(Kind.SAME, a.get(i++)));
                j++;
            } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
                into.add(new Line(Kind.REMOVED, a.get(i++)));
            } else {
                into.add(new Line(Kind.ADDED, b.get(j++)));
            }
        }
    }

    /** Length of the longest common subsequence of the rests from i and j on. */
    private static int[][] common(List<String> a, List<String> b) {
        int[][] length = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                length[i][j] = a.get(i).equals(b.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    private static List<Line> folded(List<Line> all) {
        boolean[] shown = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind() != Kind.SAME) {
                for (int k = Math.max(0, i - AROUND); k <= Math.min(all.size() - 1, i + AROUND); k++) {
                    shown[k] = true;
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        int left = 0;
        for (int i = 0; i <= all.size(); i++) {
            if (i < all.size() && !shown[i]) {
                left++;
            } else {
                if (left > 0) {
                    lines.add(new Line(Kind.GAP, String.valueOf(left)));
                    left = 0;
                }
                if (i < all.size()) {
                    lines.add(all.get(i));
                }
            }
        }
        return lines;
    }
}
