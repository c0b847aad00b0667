package org.mailwain.project.mailboxes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.failure.Problem.Severity;
import org.mailwain.api.settings.Setting;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.settings.Nearest;

/** Which column of a file is which of ours. */
final class Headings {
    private final CsvDocument document;
    private final ListRules rules;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<MailboxColumn, Integer> columns = new EnumMap<>(MailboxColumn.class);
    private final Map<String, Integer> settings = new LinkedHashMap<>();
    private final Set<String> meant = new HashSet<>();

    Headings(CsvDocument document, ListRules rules) {
        this.document = document;
        this.rules = rules;
        if (document.rows() == 0) {
            problems.add(new Problem(
                    document.file(), 1, 1, 0, Severity.ERROR, ProjectFailure.LIST_NO_HEADINGS.with(), List.of()));
        } else {
            read(document.row(0).cells());
            required();
        }
    }

    List<Problem> problems() {
        return problems;
    }

    /** Position of each column of ours that the file has. */
    Map<MailboxColumn, Integer> columns() {
        return columns;
    }

    /** Position of each provider's setting that the file has, by the setting's name. */
    Map<String, Integer> settings() {
        return settings;
    }

    private void read(List<String> cells) {
        Map<String, String> meanings = new HashMap<>();
        rules.columns().forEach((ours, theirs) -> meanings.put(theirs, ours));
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            String heading = meanings.getOrDefault(cell, rules.columns().containsKey(cell) ? "" : cell);
            Integer first = seen.putIfAbsent(heading, i);
            if (first != null && known(heading)) {
                problem(i, ProjectFailure.LIST_HEADING_TWICE.with(cell), List.of());
            } else {
                take(i, cell, heading);
            }
        }
        rules.columns().forEach((ours, theirs) -> mapped(ours, theirs, cells));
    }

    private void take(int position, String cell, String heading) {
        String setting = perRow().get(heading);
        if (MailboxColumn.of(heading).isPresent()) {
            columns.put(MailboxColumn.of(heading).get(), position);
        } else if (setting != null) {
            settings.put(setting, position);
        } else if (!rules.isMapped() && !rules.settings().unknownColumns()) {
            unknown(position, cell);
        }
    }

    private boolean known(String heading) {
        return MailboxColumn.of(heading).isPresent() || perRow().containsKey(heading);
    }

    private void unknown(int position, String cell) {
        if (cell.isBlank()) {
            problem(position, ProjectFailure.LIST_HEADING_EMPTY.with(String.valueOf(position + 1)), List.of());
            return;
        }
        List<String> known = new ArrayList<>(MailboxColumn.headings());
        known.addAll(perRow().keySet());
        List<String> near = Nearest.of(cell, known);
        near.stream().limit(1).forEach(meant::add);
        problem(
                position,
                near.isEmpty()
                        ? ProjectFailure.LIST_HEADING_UNKNOWN.with(cell)
                        : ProjectFailure.LIST_HEADING_NEAR.with(cell, near.getFirst()),
                near);
    }

    /** A mapping onto a heading that the file does not have. */
    private void mapped(String ours, String theirs, List<String> cells) {
        if (!cells.contains(theirs)) {
            List<String> near = Nearest.of(theirs, cells);
            problem(0, ProjectFailure.LIST_MAPPED_MISSING.with(theirs, ours), near);
        }
    }

    private void required() {
        require(MailboxColumn.USER_NAME);
        if (!rules.isMapped()) {
            require(MailboxColumn.EMAIL_ADDRESS);
        }
        if (rules.passwords()) {
            require(MailboxColumn.PASSWORD);
        }
    }

    private void require(MailboxColumn column) {
        boolean told = meant.contains(column.heading()) || rules.columns().containsKey(column.heading());
        if (!columns.containsKey(column) && !told) {
            problem(0, ProjectFailure.LIST_HEADING_MISSING.with(column.heading()), List.of());
        }
    }

    /** Heading to setting name: {@code accessType} may be given in a column {@code AccessType}. */
    private Map<String, String> perRow() {
        Map<String, String> names = new HashMap<>();
        rules.perRow()
                .ifPresent(schema -> schema.settings().stream()
                        .filter(Setting::perRow)
                        .forEach(setting -> names.put(MailboxColumn.headingOf(setting), setting.name())));
        return names;
    }

    private void problem(int position, Failure failure, List<String> suggestions) {
        problems.add(document.problem(0, position, Severity.ERROR, failure, suggestions));
    }
}
