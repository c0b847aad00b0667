package org.mailwain.project.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the known names that somebody who wrote another name most likely meant. */
public final class Nearest {
    private static final int MOST = 3;

    private Nearest() {}

    /** The likeliest first; empty where nothing is near. Case, blanks, hyphens and underscores hardly count. */
    public static List<String> of(String written, Collection<String> known) {
        String bare = bare(written);
        record Near(String name, int distance) {}
        return known.stream()
                .map(name -> new Near(name, begins(bare, bare(name)) ? 1 : distance(bare, bare(name))))
                .filter(near -> near.distance()
                        <= tolerance(bare.length(), bare(near.name()).length()))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    private static int tolerance(int one, int other) {
        return Math.max(1, Math.max(one, other) / 3);
    }

    private static String bare(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        return lower.length() > 80 ? lower.substring(0, 80) : lower;
    }

    /** {@code Email} was meant for {@code EmailAddress}. */
    private static boolean begins(String written, String known) {
        return written.length() >= 4 && known.startsWith(written);
    }

    /** Characters to insert, remove, change or swap with their neighbour (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] d = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[one.length()][other.length()];
    }
}
