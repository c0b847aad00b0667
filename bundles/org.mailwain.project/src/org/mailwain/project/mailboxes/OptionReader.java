package org.mailwain.project.mailboxes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.mailwain.api.batch.RowOptions;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.settings.Written;

/** Reads what a row says otherwise than its batch. */
final class OptionReader {
    private static final int MOST_PRIORITY = 1000;
    private static final int MOST_ITEMS = 100_000_000;

    private final RowReader rows;

    OptionReader(RowReader rows) {
        this.rows = rows;
    }

    RowOptions read(int row) {
        RowOptions options = new RowOptions(
                folders(row, MailboxColumn.INCLUDE),
                folders(row, MailboxColumn.EXCLUDE),
                value(row, MailboxColumn.RECEIVED_AFTER, Written::moment, ProjectFailure.SETTING_NOT_MOMENT),
                value(row, MailboxColumn.RECEIVED_BEFORE, Written::moment, ProjectFailure.SETTING_NOT_MOMENT),
                value(row, MailboxColumn.MAX_AGE, Written::duration, ProjectFailure.SETTING_NOT_DURATION),
                value(row, MailboxColumn.MAX_ITEM_SIZE, Written::bytes, ProjectFailure.SETTING_NOT_SIZE),
                value(row, MailboxColumn.MAX_ITEMS, OptionReader::items, ProjectFailure.ROW_ITEMS),
                value(row, MailboxColumn.SEEN, OptionReader::truth, ProjectFailure.SETTING_NOT_TRUTH),
                value(row, MailboxColumn.FLAGGED, OptionReader::truth, ProjectFailure.SETTING_NOT_TRUTH),
                value(row, MailboxColumn.SEARCH, Optional::of, ProjectFailure.SETTING_NOT_SINGLE),
                value(row, MailboxColumn.TARGET_ROOT, OptionReader::root, ProjectFailure.ROW_ROOT),
                priority(row));
        return options.equals(RowOptions.NONE) ? RowOptions.NONE : options;
    }

    /** Folders in one cell are parted by semicolons. */
    private List<String> folders(int row, MailboxColumn column) {
        String cell = rows.cell(row, column);
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(";"))
                        .map(String::strip)
                        .filter(f -> !f.isEmpty())
                        .toList();
    }

    private static Optional<FolderPath> root(String text) {
        FolderPath path = FolderPath.parse(text);
        return path.names().stream().anyMatch(String::isBlank) ? Optional.empty() : Optional.of(path);
    }

    private static Optional<Integer> items(String text) {
        return Written.whole(text)
                .filter(items -> items >= 1 && items <= MOST_ITEMS)
                .map(Long::intValue);
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> Optional.of(true);
            case "false", "no" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private int priority(int row) {
        Optional<Long> priority = value(
                row,
                MailboxColumn.PRIORITY,
                text -> Written.whole(text).filter(p -> Math.abs(p) <= MOST_PRIORITY),
                ProjectFailure.ROW_PRIORITY);
        return priority.map(Long::intValue).orElse(0);
    }

    private <V> Optional<V> value(
            int row, MailboxColumn column, Function<String, Optional<V>> parse, ProjectFailure code) {
        String cell = rows.cell(row, column);
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Optional<V> value = parse.apply(cell);
        if (value.isEmpty()) {
            Failure failure = code.with(cell);
            rows.error(row, column, failure, List.of());
        }
        return value;
    }
}
