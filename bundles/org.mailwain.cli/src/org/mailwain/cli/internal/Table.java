package org.mailwain.cli.internal;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns: numbers to the right, the widest text column cut where the line is too short. */
final class Table {
    private static final int GAP = 2;
    private static final int LEAST = 12;

    private final List<String> heads;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /** @param heads a head that begins with {@code >} stands over a column of numbers */
    Table(String... heads) {
        this.right = new boolean[heads.length];
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < heads.length; i++) {
            right[i] = heads[i].startsWith(">");
            plain.add(right[i] ? heads[i].substring(1) : heads[i]);
        }
        this.heads = plain;
    }

    void row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(Texts.printable(String.valueOf(cell)));
        }
        rows.add(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(Terminal terminal) {
        int[] widths = widths(terminal.width());
        terminal.line(terminal.bold(line(heads, widths)));
        rows.forEach(row -> terminal.line(line(row, widths)));
    }

    private int[] widths(int available) {
        int[] widths = new int[heads.size()];
        int sum = -GAP;
        for (int i = 0; i < widths.length; i++) {
            widths[i] = length(heads.get(i));
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], length(row.get(i)));
            }
            sum += widths[i] + GAP;
        }
        while (sum > available) {
            int widest = widest(widths);
            int cut = Math.min(sum - available, widths[widest] - LEAST);
            if (cut <= 0) {
                return widths;
            }
            widths[widest] -= cut;
            sum -= cut;
        }
        return widths;
    }

    private int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            if (!right[i] && widths[i] > widths[widest]) {
                widest = i;
            }
        }
        return widest;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cut(cells.get(i), widths[i]);
            String padding = " ".repeat(Math.max(0, widths[i] - length(cell)));
            line.append(right[i] ? padding + cell : cell + padding).append(" ".repeat(GAP));
        }
        return line.toString().stripTrailing();
    }

    private static String cut(String text, int width) {
        if (length(text) <= width) {
            return text;
        }
        int end = text.offsetByCodePoints(0, Math.max(0, width - 1));
        return text.substring(0, end) + "…";
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
