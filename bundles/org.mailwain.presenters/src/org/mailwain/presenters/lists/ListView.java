package org.mailwain.presenters.lists;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.mailwain.project.mailboxes.MailboxColumn;

/** Which rows of a list are shown, in which order: filtered by a text, sorted by a column. For one thread. */
public final class ListView {
    private final ListEditing editing;
    private int[] order = {};
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
        IntStream rows = IntStream.range(0, editing.rows());
        if (!filter.isEmpty()) {
            rows = rows.filter(this::holds);
        }
        if (sortedBy < 0 || sortedBy >= editing.columns()) {
            order = rows.toArray();
            return;
        }
        Collator collator = Collator.getInstance();
        collator.setStrength(Collator.SECONDARY);
        record Keyed(int row, java.text.CollationKey key) {}
        Comparator<Keyed> comparator = Comparator.comparing(Keyed::key);
        order = rows.mapToObj(row -> new Keyed(row, collator.getCollationKey(editing.cell(row, sortedBy))))
                .sorted(descending ? comparator.reversed() : comparator)
                .mapToInt(Keyed::row)
                .toArray();
    }

    private boolean holds(int row) {
        for (int column = 0; column < editing.columns(); column++) {
            if (!isSecret(column)
                    && editing.cell(row, column).toLowerCase(Locale.ROOT).contains(filter)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the cells of a column are passwords, which are not shown. */
    public boolean isSecret(int column) {
        return column < editing.columns()
                && MailboxColumn.of(editing.heading(column).strip())
                        .filter(MailboxColumn::isSecret)
                        .isPresent();
    }
}
