package org.mailwain.project.csv;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds out by looking how a CSV of unknown make is written. */
public final class CsvGuess {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int ROWS = 100;
    private static final int CHARACTERS = 200_000;

    private CsvGuess() {}

    /** The format under which most of the first rows have the same number of cells; the standard where none does. */
    public static CsvFormat format(String text) {
        int directive = endOfDirective(text);
        if (directive > 0) {
            return new CsvFormat(text.charAt("sep=".length()), '"');
        }
        String sample = text.substring(0, Math.min(text.length(), CHARACTERS));
        CsvFormat best = CsvFormat.STANDARD;
        double most = 0;
        for (char quote : quotes(sample)) {
            for (char delimiter : DELIMITERS) {
                CsvFormat format = new CsvFormat(delimiter, quote);
                double score = score(sample, format);
                if (score > most) {
                    most = score;
                    best = format;
                }
            }
        }
        return best;
    }

    /** Excel's first line {@code sep=;} says the delimiter and is no row; 0 where there is none. */
    static int endOfDirective(String text) {
        if (!text.regionMatches(true, 0, "sep=", 0, 4) || text.length() < 5) {
            return 0;
        }
        return text.startsWith("\r\n", 5) ? 7 : text.startsWith("\n", 5) || text.startsWith("\r", 5) ? 6 : 0;
    }

    private static char[] quotes(String sample) {
        return sample.indexOf('"') < 0 && sample.indexOf('\'') >= 0 ? new char[] {'"', '\''} : new char[] {'"'};
    }

    /** Rows that agree, weighed by their cells, so that a delimiter inside values does not win. */
    private static double score(String sample, CsvFormat format) {
        CsvScanner scanner = new CsvScanner(sample, format);
        Map<Integer, Integer> widths = new HashMap<>();
        int rows = 0;
        int at = scanner.endOfBlankLines(0);
        while (at < sample.length() && rows < ROWS) {
            widths.merge(scanner.row(at).size(), 1, Integer::sum);
            at = scanner.offset();
            rows++;
        }
        double best = 0;
        for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
            double share = (double) width.getValue() / rows;
            double cells = width.getKey() == 1 ? 0 : 1 + Math.min(width.getKey(), 10) / 20.0;
            best = Math.max(best, share * cells);
        }
        return best - Math.min(scanner.faults().size(), 10) * 0.05 + (format.quote() == '\'' ? quotedCells(sample) : 0);
    }

    /** Apostrophes count as quotes only where they stand at both ends of cells. */
    private static double quotedCells(String sample) {
        long begins = count(sample, "[,;\\t|\\n]'");
        long ends = count(sample, "'[,;\\t|\\r\\n]");
        return begins > 1 && Math.abs(begins - ends) <= 1 + begins / 10 ? 0.1 : -1;
    }

    private static long count(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
