package org.mailwain.project.mailboxes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.failure.Problem.Severity;
import org.mailwain.project.ProjectFailure;
import org.mailwain.project.csv.CsvDocument;

/**
 * A mailbox list: the CSV as it stands, what is wrong with it, and its rows as the engine takes them. Immutable; after
 * a change of the document it is made again by {@link #of}.
 */
public final class MailboxList {
    private final CsvDocument document;
    private final ListRules rules;
    private final Headings headings;
    private final List<Problem> problems;
    private final List<MailboxRow> rows;
    private final int clearPasswords;

    private MailboxList(CsvDocument document, ListRules rules, List<Problem> before) {
        this.document = document;
        this.rules = rules;
        this.headings = new Headings(document, rules);
        RowReader reader = new RowReader(document, headings, rules);
        reader.readAll();
        this.rows = List.copyOf(reader.rows());
        this.clearPasswords = reader.clearPasswords();
        List<Problem> found = new ArrayList<>(before);
        found.addAll(document.problems());
        found.addAll(headings.problems());
        found.addAll(reader.problems());
        if (document.rows() - 1 > rules.settings().maxRows()) {
            found.add(whole(
                    ProjectFailure.LIST_TOO_MANY_ROWS,
                    document.rows() - 1,
                    rules.settings().maxRows()));
        }
        this.problems = List.copyOf(found);
    }

    private Problem whole(ProjectFailure code, Object... arguments) {
        return new Problem(document.file(), 0, 0, 0, Severity.ERROR, code.with(arguments), List.of());
    }

    /** @param file path relative to the project, for problems */
    public static MailboxList read(String file, byte[] bytes, ListRules rules) {
        ListFormat format = new ListFormat(file, rules);
        CsvDocument document = format.read(bytes);
        return new MailboxList(document, rules, format.problems());
    }

    /** The file alone, whose rows nobody has judged yet. @param file as for {@link #read} */
    public static CsvDocument document(String file, byte[] bytes, ListRules rules) {
        return new ListFormat(file, rules).read(bytes);
    }

    public static MailboxList of(CsvDocument document, ListRules rules) {
        return new MailboxList(document, rules, List.of());
    }

    public CsvDocument document() {
        return document;
    }

    public ListRules rules() {
        return rules;
    }

    public List<Problem> problems() {
        return problems;
    }

    /** Those that could be read; a row with a fault is left out. */
    public List<MailboxRow> rows() {
        return rows;
    }

    /** Position of a column, from 0. */
    public Optional<Integer> column(MailboxColumn column) {
        return Optional.ofNullable(headings.columns().get(column));
    }

    /** How many cells hold a password in clear. */
    public int clearPasswords() {
        return clearPasswords;
    }

    @Override
    public String toString() {
        return "MailboxList[" + document.file() + ", " + rows.size() + " rows]";
    }
}
