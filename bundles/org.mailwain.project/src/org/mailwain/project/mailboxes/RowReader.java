package org.mailwain.project.mailboxes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.batch.RowTarget;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.failure.Problem.Severity;
import org.mailwain.api.mail.MailboxAddress;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvRow;
import org.mailwain.project.settings.Finding;
import org.mailwain.project.settings.SecretNames;
import org.mailwain.project.settings.SettingsReader;

/** Reads and checks the rows of a list one by one. */
final class RowReader {
    private final CsvDocument document;
    private final Headings headings;
    private final ListRules rules;
    private final OptionReader options;
    private final List<Problem> problems = new ArrayList<>();
    private final List<MailboxRow> rows = new ArrayList<>();
    private final DoubledRows doubled = new DoubledRows();
    private int errors;
    private int clearPasswords;
    private int unmatched;
    private int firstUnmatched;

    RowReader(CsvDocument document, Headings headings, ListRules rules) {
        this.document = document;
        this.headings = headings;
        this.rules = rules;
        this.options = new OptionReader(this);
    }

    List<Problem> problems() {
        return problems;
    }

    List<MailboxRow> rows() {
        return rows;
    }

    int clearPasswords() {
        return clearPasswords;
    }

    void readAll() {
        int width = document.rows() == 0 ? 0 : document.row(0).size();
        for (int i = 1; i < document.rows(); i++) {
            int before = errors;
            MailboxRow row = width == document.row(i).size() ? read(i) : wrongWidth(i, width);
            if (row != null && errors == before) {
                rows.add(row);
            }
        }
        if (unmatched > 0 && headings.problems().isEmpty()) {
            Failure failure = ProjectFailure.ROW_UNMATCHED.with(unmatched);
            int column = headings.columns().getOrDefault(MailboxColumn.EMAIL_ADDRESS, 0);
            problems.add(document.problem(firstUnmatched, column, Severity.WARNING, failure, List.of()));
        }
    }

    private MailboxRow wrongWidth(int row, int width) {
        int size = document.row(row).size();
        error(row, Math.min(size, width), ProjectFailure.ROW_WIDTH.with(size, width), List.of());
        return null;
    }

    private MailboxRow read(int row) {
        Optional<MailboxAddress> address = address(row);
        String user = cell(row, MailboxColumn.USER_NAME);
        if (headings.columns().containsKey(MailboxColumn.USER_NAME)) {
            name(row, MailboxColumn.USER_NAME, user);
        }
        Optional<Secret> password = password(row, MailboxColumn.PASSWORD, rules.passwords());
        Optional<Secret> targetPassword = password(row, MailboxColumn.TARGET_PASSWORD, false);
        Optional<String> root = text(row, MailboxColumn.USER_ROOT);
        MailboxRow made = new MailboxRow(
                document.line(row),
                address,
                user,
                password,
                isInStore(row, MailboxColumn.PASSWORD),
                root,
                person(row),
                options.read(row),
                settings(row),
                new RowTarget(
                        text(row, MailboxColumn.TARGET_USER_NAME),
                        targetPassword,
                        isInStore(row, MailboxColumn.TARGET_PASSWORD)));
        doubled(row, made);
        return made;
    }

    private Optional<MailboxAddress> address(int row) {
        String cell = cell(row, MailboxColumn.EMAIL_ADDRESS);
        if (cell.isEmpty()) {
            firstUnmatched = unmatched == 0 ? row : firstUnmatched;
            unmatched++;
            return Optional.empty();
        }
        Optional<MailboxAddress> address = MailboxAddress.of(cell);
        if (address.isEmpty()) {
            String bare = cell.strip().replaceFirst("(?i)^mailto:", "").replaceFirst("^.*<(.*)>$", "$1");
            List<String> suggestions = MailboxAddress.of(bare).isPresent() ? List.of(bare) : List.of();
            error(row, MailboxColumn.EMAIL_ADDRESS, ProjectFailure.ROW_ADDRESS.with(cell), suggestions);
        }
        return address;
    }

    private void name(int row, MailboxColumn column, String value) {
        if (value.isBlank()) {
            error(row, column, ProjectFailure.ROW_EMPTY.with(column.heading()), List.of());
        } else if (!value.equals(value.strip())) {
            error(row, column, ProjectFailure.ROW_BLANKS.with(column.heading(), value), List.of(value.strip()));
        } else if (value.chars().anyMatch(Character::isISOControl)) {
            error(row, column, ProjectFailure.ROW_CONTROL.with(column.heading()), List.of());
        }
    }

    private Optional<Secret> password(int row, MailboxColumn column, boolean needed) {
        Integer position = headings.columns().get(column);
        if (position == null) {
            return Optional.empty();
        }
        CsvRow cells = document.row(row);
        if (cells.isEmpty(position)) {
            if (needed) {
                error(row, column, ProjectFailure.ROW_EMPTY.with(column.heading()), List.of());
            }
            return Optional.empty();
        }
        String cell = cells.cell(position);
        if (cell.equals(SecretNames.IN_STORE)) {
            return Optional.empty();
        }
        if (cell.chars().anyMatch(Character::isISOControl)) {
            error(row, column, ProjectFailure.ROW_CONTROL.with(column.heading()), List.of());
        }
        clearPasswords++;
        return Optional.of(Secret.of(cell));
    }

    private boolean isInStore(int row, MailboxColumn column) {
        return cell(row, column).equals(SecretNames.IN_STORE);
    }

    private MailboxRow.Person person(int row) {
        String first = cell(row, MailboxColumn.FIRST_NAME);
        String last = cell(row, MailboxColumn.LAST_NAME);
        String display = cell(row, MailboxColumn.DISPLAY_NAME);
        String matchedBy = cell(row, MailboxColumn.MATCHED_BY);
        boolean nothing = first.isEmpty() && last.isEmpty() && display.isEmpty() && matchedBy.isEmpty();
        return nothing ? MailboxRow.Person.UNKNOWN : new MailboxRow.Person(first, last, display, matchedBy);
    }

    private Map<String, String> settings(int row) {
        Map<String, String> given = new HashMap<>();
        headings.settings().forEach((name, position) -> {
            String cell = document.row(row).cell(position);
            if (!cell.isEmpty()) {
                Optional<Finding> fault = SettingsReader.check(rules.perRow().orElseThrow(), name, cell);
                fault.ifPresent(f -> error(row, position, f.failure(), f.suggestions()));
                given.put(name, cell);
            }
        });
        return given;
    }

    private void doubled(int row, MailboxRow made) {
        doubled.add(row, made).ifPresent(other -> {
            MailboxColumn column = other.kind() == ProjectFailure.ROW_SAME_TARGET
                    ? MailboxColumn.EMAIL_ADDRESS
                    : MailboxColumn.USER_NAME;
            Failure failure = other.kind().with(made.label(), String.valueOf(document.line(other.row())));
            if (other.kind() == ProjectFailure.ROW_DOUBLED) {
                error(row, column, failure, List.of());
            } else {
                int position = headings.columns().getOrDefault(column, 0);
                problems.add(document.problem(row, position, Severity.WARNING, failure, List.of()));
            }
        });
    }

    Optional<String> text(int row, MailboxColumn column) {
        String cell = cell(row, column);
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    String cell(int row, MailboxColumn column) {
        Integer position = headings.columns().get(column);
        return position == null ? "" : document.row(row).cell(position);
    }

    void error(int row, MailboxColumn column, Failure failure, List<String> suggestions) {
        error(row, headings.columns().getOrDefault(column, 0), failure, suggestions);
    }

    private void error(int row, int position, Failure failure, List<String> suggestions) {
        errors++;
        problems.add(document.problem(row, position, Severity.ERROR, failure, suggestions));
    }
}
