package org.mailwain.operations.tenant;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.api.progress.CancelledException;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.PlanOperation;

/** Bytes that a run would bring to each mailbox. Of a source that cannot be asked nothing is known. */
record Coming(Map<String, Long> bytes) {
    static Coming of(BatchWork work, List<String> mailboxes, Cancel cancel) throws CancelledException {
        Map<String, Long> bytes = new HashMap<>();
        try {
            List<String> matched = work.rows(mailboxes).stream()
                    .filter(row -> row.emailAddress().isPresent())
                    .map(MailboxRow::label)
                    .toList();
            if (matched.isEmpty()) {
                return new Coming(bytes);
            }
            new PlanOperation(work, matched)
                    .plan(
                            plan -> {
                                if (plan.failure() == null) {
                                    bytes.merge(plan.label(), plan.bytes(), Long::sum);
                                }
                            },
                            cancel);
        } catch (CancelledException e) {
            throw e;
        } catch (FailureException unknown) {
            // the try of the connections says why
        }
        return new Coming(bytes);
    }

    /** By the row's label; 0 where nothing is known. */
    long to(String label) {
        return bytes.getOrDefault(label, 0L);
    }
}
