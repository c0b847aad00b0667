package org.mailwain.presenters.reports;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.report.FolderSheet;
import org.mailwain.report.MailboxSheet;

/**
 * Where the items of a query stand: four bytes for each item that a filter leaves, nothing for the others, and nothing at
 * all without a filter. Immutable.
 */
public final class ItemIndex {
    private final List<Part> parts;
    private final long size;

    /**
     * Items of one mailbox.
     *
     * @param first of the part in the whole
     * @param from the first item in the mailbox, where they stand side by side
     * @param places in the mailbox, or null where they stand side by side
     */
    private record Part(int mailbox, long first, long count, long from, int[] places) {}

    /** An item's place in its mailbox. */
    record Place(int mailbox, long item) {}

    private ItemIndex(List<Part> parts) {
        this.parts = List.copyOf(parts);
        this.size =
                parts.isEmpty() ? 0 : parts.getLast().first() + parts.getLast().count();
    }

    /** Reads the items of those folders whose sums say that some are meant; without a filter it reads none. */
    public static ItemIndex build(OpenReport report, ItemQuery query, Cancel cancel) throws FailureException {
        List<MailboxSummary> meant = report.mailboxes().stream()
                .filter(mailbox -> query.mailbox() == 0 || query.mailbox() == mailbox.number())
                .filter(mailbox -> mailbox.items() > 0 && query.mayBeIn(mailbox.figures()))
                .toList();
        List<Part> parts = new ArrayList<>();
        if (query.takesAll() && query.folder() < 0) {
            meant.forEach(mailbox -> add(parts, mailbox.number(), mailbox.items(), 0, null));
        } else if (meant.size() == 1) {
            add(parts, report, report.sheet(meant.getFirst().number()), query, cancel);
        } else if (!meant.isEmpty()) {
            Set<Integer> numbers = meant.stream().map(MailboxSummary::number).collect(Collectors.toSet());
            report.sheets(sheet -> {
                cancel.check();
                if (numbers.contains(sheet.number())) {
                    add(parts, report, sheet, query, cancel);
                }
            });
        }
        return new ItemIndex(parts);
    }

    private static void add(List<Part> parts, OpenReport report, MailboxSheet sheet, ItemQuery query, Cancel cancel)
            throws FailureException {
        if (query.takesAll()) {
            FolderSheet folder = sheet.folders().get(query.folder());
            add(parts, sheet.number(), folder.items(), folder.firstItem(), null);
        } else {
            int[] places = places(report, sheet, query, cancel);
            add(parts, sheet.number(), places.length, 0, places);
        }
    }

    private static void add(List<Part> parts, int mailbox, long count, long from, int[] places) {
        if (count > 0) {
            long first = parts.isEmpty()
                    ? 0
                    : parts.getLast().first() + parts.getLast().count();
            parts.add(new Part(mailbox, first, count, from, places));
        }
    }

    private static int[] places(OpenReport report, MailboxSheet sheet, ItemQuery query, Cancel cancel)
            throws FailureException {
        Ints found = new Ints();
        for (int i = 0; i < sheet.folders().size(); i++) {
            FolderSheet folder = sheet.folders().get(i);
            if ((query.folder() >= 0 && query.folder() != i) || folder.items() == 0 || !query.mayBeIn(folder)) {
                continue;
            }
            long end = folder.firstItem() + folder.items();
            long[] at = {folder.firstItem()};
            report.reader().items(sheet.items(), at[0], item -> {
                if (at[0] < end && query.takes(item)) {
                    found.add((int) at[0]);
                }
                return ++at[0] < end && !cancel.requested();
            });
            cancel.check();
        }
        return found.toArray();
    }

    public long size() {
        return size;
    }

    /** @param index from 0, below {@link #size()} */
    Place place(long index) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (parts.get(middle).first() <= index) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Part part = parts.get(low);
        long inPart = index - part.first();
        long item = part.places() == null ? part.from() + inPart : part.places()[(int) inPart];
        return new Place(part.mailbox(), item);
    }

    /** Integers, many. */
    private static final class Ints {
        private int[] values = new int[64];
        private int size;

        void add(int value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
            }
            values[size++] = value;
        }

        int[] toArray() {
            return Arrays.copyOf(values, size);
        }
    }
}
