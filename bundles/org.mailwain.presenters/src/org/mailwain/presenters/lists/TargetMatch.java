package org.mailwain.presenters.lists;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.api.progress.Cancel;
import org.mailwain.operations.OpenOperation;
import org.mailwain.operations.Services;
import org.mailwain.operations.tenant.MatchOperation;
import org.mailwain.operations.tenant.MatchRule;
import org.mailwain.operations.tenant.Matched;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.csv.CsvDocument.CellEdit;
import org.mailwain.project.mailboxes.MailboxColumn;

/** Which mailbox of the target each row means: found by rules, or said by a person. Without state. */
public final class TargetMatch {
    private static final String BY_HAND = "hand";

    private TargetMatch() {}

    /**
     * Looks at the tenant and changes nothing; waits.
     *
     * @param rules as on the command line; empty for the usual ones
     */
    public static List<Matched> find(
            Services services, Path folder, String batch, List<String> rules, Asks asks, Cancel cancel)
            throws FailureException {
        List<MatchRule> wanted = MatchRule.parse(rules);
        return new MatchOperation(new OpenOperation(services, folder, asks).batch(batch), wanted).match(cancel);
    }

    /**
     * Puts what was found into the list, as one step of undo; what a person wrote stays.
     *
     * @return rows of the list with what was found for them
     */
    public static Map<Integer, Matched> apply(ListEditing list, List<Matched> found) throws FailureException {
        int address = column(list, MailboxColumn.EMAIL_ADDRESS);
        int by = column(list, MailboxColumn.MATCHED_BY);
        Map<Integer, Integer> rows = new HashMap<>();
        CsvDocument document = list.document();
        for (int row = 0; row < list.rows(); row++) {
            rows.put(document.line(row + 1), row);
        }
        List<CellEdit> edits = new ArrayList<>();
        Map<Integer, Matched> results = new HashMap<>();
        for (Matched one : found) {
            Integer row = rows.get(one.line());
            if (row != null) {
                results.put(row, one);
                if (one.state() != Matched.State.BY_HAND) {
                    boolean matched = one.state() == Matched.State.MATCHED;
                    edits.add(
                            new CellEdit(row, address, matched ? one.addresses().getFirst() : ""));
                    edits.add(new CellEdit(row, by, matched ? one.rule() : ""));
                }
            }
        }
        list.setAll(edits);
        return results;
    }

    /** A person says which it is. @param row of the list */
    public static void choose(ListEditing list, int row, String address) throws FailureException {
        int column = column(list, MailboxColumn.EMAIL_ADDRESS);
        list.setAll(List.of(
                new CellEdit(row, column, address),
                new CellEdit(row, column(list, MailboxColumn.MATCHED_BY), BY_HAND)));
    }

    private static int column(ListEditing list, MailboxColumn wanted) throws FailureException {
        for (int i = 0; i < list.columns(); i++) {
            if (list.heading(i).equals(wanted.heading())) {
                return i;
            }
        }
        list.addColumn(wanted.heading());
        return list.columns() - 1;
    }
}
