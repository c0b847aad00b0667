package org.mailwain.cli.internal;

/** A bar of blocks for a part of a whole. */
final class Bar {
    private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

    private Bar() {}

    static String of(long part, long whole, int width) {
        double share = whole <= 0 ? 0 : Math.min(1, (double) part / whole);
        int eighths = (int) Math.floor(share * width * 8);
        String bar = "█".repeat(eighths / 8);
        if (eighths % 8 > 0) {
            bar += EIGHTHS.charAt(eighths % 8);
        }
        return bar + " ".repeat(width - bar.length());
    }
}
