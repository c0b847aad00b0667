package org.mailwain.operations.tenant;

import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.tenant.Tenant;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.OperationFailure;
import org.mailwain.project.Project;
import org.mailwain.project.csv.CsvDocument;
import org.mailwain.project.mailboxes.MailboxColumn;
import org.mailwain.project.mailboxes.MailboxList;

/** Brings the rows of a batch's list together with the users of the tenant; may be run again with other rules. */
public final class MatchOperation {
    private static final String HEADING = "MatchedBy";

    private final BatchWork work;
    private final List<MatchRule> rules;

    /** @param rules in the order in which they are tried */
    public MatchOperation(BatchWork work, List<MatchRule> rules) {
        this.work = work;
        this.rules = List.copyOf(rules);
    }

    /** Looks, and changes nothing. */
    public List<Matched> match(Cancel cancel) throws FailureException {
        try (Tenant tenant = TenantAccess.open(work, cancel)) {
            return new Matcher(tenant.users(), rules).match(work.batch().rows());
        }
    }

    /**
     * Writes what was found into the list: the address and the rule. What a person wrote stays; what an earlier run
     * wrote and no rule gives now is taken back.
     *
     * @return whether the file changed
     */
    public boolean write(Project project, List<Matched> found) throws FailureException {
        MailboxList list =
                project.batches().get(work.batch().name()).mailboxes().orElseThrow();
        CsvDocument before = list.document();
        Optional<Integer> address = list.column(MailboxColumn.EMAIL_ADDRESS);
        if (address.isEmpty()) {
            throw TenantFailure.NO_COLUMN.raise(before.file());
        }
        CsvDocument wide = before;
        int by = list.column(MailboxColumn.MATCHED_BY)
                .orElse(before.row(0).cells().size());
        if (list.column(MailboxColumn.MATCHED_BY).isEmpty()) {
            wide = before.withColumn(by, HEADING);
        }
        CsvDocument after = wide.with(edits(wide, found, address.get(), by));
        try {
            byte[] old = before.content().encode();
            byte[] now = after.content().encode();
            if (Arrays.equals(old, now)) {
                return false;
            }
            project.folder().save(before.file(), old, now);
            return true;
        } catch (CharacterCodingException e) {
            throw new FailureException(OperationFailure.WRITE.with(before.file(), e), e);
        }
    }

    private static List<CsvDocument.CellEdit> edits(CsvDocument document, List<Matched> found, int address, int by) {
        Map<Integer, Integer> rowOfLine = new HashMap<>();
        for (int i = 0; i < document.rows(); i++) {
            rowOfLine.put(document.line(i), i);
        }
        List<CsvDocument.CellEdit> edits = new ArrayList<>();
        for (Matched one : found) {
            Integer row = rowOfLine.get(one.line());
            if (row != null && one.state() != Matched.State.BY_HAND) {
                boolean matched = one.state() == Matched.State.MATCHED;
                edits.add(new CsvDocument.CellEdit(
                        row, address, matched ? one.addresses().getFirst() : ""));
                edits.add(new CsvDocument.CellEdit(row, by, matched ? one.rule() : ""));
            }
        }
        return edits;
    }
}
