package org.mailwain.presenters.batches;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Which mailboxes of a batch are shown, and in which order.
 *
 * @param column that is sorted by, or null for the order of the list
 * @param words that stand in the name; empty takes all
 * @param troubled whether only those are shown that something is wrong with
 */
public record MailboxOrder(Column column, boolean descending, String words, boolean troubled) {
    public static final MailboxOrder OF_THE_LIST = new MailboxOrder(null, false, "", false);

    /** What a list of mailboxes shows of each. */
    public enum Column {
        MAILBOX,
        STATE,
        PROGRESS,
        ITEMS,
        COPIED,
        FAILED,
        SIZE,
        NOW;

        /** Numbers stand at the right. */
        public boolean isNumber() {
            return switch (this) {
                case ITEMS, COPIED, FAILED, SIZE -> true;
                default -> false;
            };
        }

        private Comparator<MailboxLine> comparator() {
            return switch (this) {
                case MAILBOX -> Comparator.comparing(line -> line.label().toLowerCase(Locale.ROOT));
                case STATE -> Comparator.comparing(line -> line.state().ordinal());
                case PROGRESS -> Comparator.comparingDouble(MailboxLine::share);
                case ITEMS -> Comparator.comparingLong(MailboxLine::planned);
                case COPIED -> Comparator.comparingLong(MailboxLine::copied);
                case FAILED -> Comparator.comparingLong(line -> Math.max(line.failed(), line.open()));
                case SIZE -> Comparator.comparingLong(MailboxLine::bytes);
                case NOW -> Comparator.comparing(line -> String.valueOf(line.folder()));
            };
        }
    }

    /** The same column again turns the order round. */
    public MailboxOrder by(Column wanted) {
        return wanted == column
                ? new MailboxOrder(column, !descending, words, troubled)
                : new MailboxOrder(wanted, wanted.isNumber(), words, troubled);
    }

    public MailboxOrder with(String some) {
        return new MailboxOrder(column, descending, some.strip(), troubled);
    }

    public MailboxOrder onlyTroubled(boolean only) {
        return new MailboxOrder(column, descending, words, only);
    }

    public List<MailboxLine> of(List<MailboxLine> all) {
        String wanted = words.toLowerCase(Locale.ROOT);
        var shown = all.stream()
                .filter(line -> !troubled || line.isBad())
                .filter(line -> wanted.isEmpty()
                        || line.label().toLowerCase(Locale.ROOT).contains(wanted));
        if (column == null) {
            return shown.toList();
        }
        Comparator<MailboxLine> order = column.comparator();
        return shown.sorted(descending ? order.reversed() : order).toList();
    }
}
