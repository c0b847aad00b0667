package org.mailwain.presenters.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.failure.Problem;
import org.mailwain.project.Project;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvDocument.Cell;
import org.mailwain.project.mailboxes.ListRules;
import org.mailwain.project.mailboxes.ListSettings;
import org.mailwain.project.mailboxes.MailboxList;

/**
 * What is wrong with a list, by cells of its rows (from 0, the heading is row -1). Immutable; made anew for each state of
 * the list, which takes a moment and belongs into the background.
 *
 * @param whole those that are about no single cell
 */
public record ListProblems(Map<Cell, Problem> cells, List<Problem> whole) {
    public static final ListProblems NONE = new ListProblems(Map.of(), List.of());

    /** The rules of the first batch that uses a list; the usual ones where none does. */
    public static ListRules rules(Optional<Project> project, java.nio.file.Path file, String name) {
        return project.flatMap(read -> read.batches().values().stream()
                        .filter(batch -> batch.list()
                                .map(read.folder()::name)
                                .filter(name::equals)
                                .isPresent())
                        .flatMap(batch -> batch.rules().stream())
                        .findFirst())
                .orElseGet(() -> ListRules.of(ListSettings.of(file)));
    }

    public static ListProblems of(CsvDocument document, ListRules rules) {
        Map<Cell, Problem> cells = new HashMap<>();
        List<Problem> whole = new ArrayList<>();
        for (Problem problem : MailboxList.of(document, rules).problems()) {
            Optional<Cell> cell = document.cell(problem);
            if (cell.isPresent()) {
                Cell place = new Cell(cell.get().row() - 1, cell.get().column());
                cells.merge(place, problem, (a, b) -> a.isError() ? a : b);
            } else {
                whole.add(problem);
            }
        }
        return new ListProblems(Map.copyOf(cells), List.copyOf(whole));
    }

    public Optional<Problem> at(int row, int column) {
        return Optional.ofNullable(cells.get(new Cell(row, column)));
    }

    /** Whether taking the row away is what mends it. */
    public static boolean isDoubledRow(Problem problem) {
        return problem.failure().code().startsWith(ProjectFailure.ROW_DOUBLED.code());
    }

    public List<Problem> all() {
        List<Problem> all = new ArrayList<>(whole);
        all.addAll(cells.values());
        return all;
    }

    public long count() {
        return (long) cells.size() + whole.size();
    }
}
