package org.mailwain.presenters.lists;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Which rows of a list are shown, in which order: filtered by a text, sorted by a column. For one thread. */
public final class ListView {
    private final ListEditing editing;
    private RowTexts texts = new RowTexts();
    private int[] order = {};
    private boolean[] secret = {};
    private String filter = "";
    private int sortedBy = -1;
    private boolean descending;

    public ListView(ListEditing editing) {
        this.editing = editing;
        arrange();
    }

    public int rows() {
        return order.length;
    }

    /** The row of the list that is shown at a place. */
    public int row(int shown) {
        return order[shown];
    }

    /** Where a row is shown, or -1. */
    public int shown(int row) {
        return IntStream.range(0, order.length)
                .filter(i -> order[i] == row)
                .findFirst()
                .orElse(-1);
    }

    /** Rows shown from a place on. */
    public List<Integer> from(int shown) {
        return IntStream.range(shown, order.length).mapToObj(i -> order[i]).toList();
    }

    public Optional<Boolean> descending(int column) {
        return column == sortedBy ? Optional.of(descending) : Optional.empty();
    }

    /** By a column up, then down, then as in the file. */
    public void sort(int column) {
        if (column != sortedBy) {
            sortedBy = column;
            descending = false;
        } else if (!descending) {
            descending = true;
        } else {
            sortedBy = -1;
        }
        arrange();
    }

    /** Only rows that hold a text in a cell that is no password; all where it is empty. */
    public void filter(String text) {
        filter = text.strip().toLowerCase(Locale.ROOT);
        arrange();
    }

    public boolean isFiltered() {
        return !filter.isEmpty();
    }

    /** Goes over the rows again, after they have changed. */
    public void arrange() {
        secret = RowTexts.secret(editing.document());
        IntStream rows = IntStream.range(0, editing.rows());
        if (!filter.isEmpty()) {
            searchable();
            rows = rows.filter(row -> texts.holds(row, filter));
        }
        if (sortedBy < 0 || sortedBy >= editing.columns()) {
            order = rows.toArray();
            return;
        }
        record Keyed(int row, SortKey key) {}
        Comparator<Keyed> comparator = Comparator.comparing(Keyed::key);
        order = rows.mapToObj(row -> new Keyed(row, SortKey.of(editing.cell(row, sortedBy))))
                .sorted(descending ? comparator.reversed() : comparator)
                .mapToInt(Keyed::row)
                .toArray();
    }

    /** Takes what was read in the background, so that the first letter of a filter costs no more than the next. */
    public void take(RowTexts read) {
        texts = read;
    }

    /** Texts of the rows as they are now; asked for row by row in what follows. */
    RowTexts searchable() {
        texts.update(editing.document());
        return texts;
    }

    /** Whether the cells of a column are passwords, which are not shown. */
    public boolean isSecret(int column) {
        return column < secret.length && secret[column];
    }
}
