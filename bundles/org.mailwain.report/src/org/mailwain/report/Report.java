package org.mailwain.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.MailboxState;

/**
 * A report's head: the batch as a whole. The mailboxes are read one by one with {@link ReportReader}.
 *
 * @param written when the ledger was read
 * @param language of the sentences in it, a BCP 47 tag
 */
public record Report(
        String batch,
        BatchState state,
        BatchInfo info,
        Instant written,
        String language,
        int mailboxes,
        Map<MailboxState, Integer> states,
        Map<Verdict, Integer> verdicts,
        Figures figures,
        List<Cause> causes) {
    /** Of the format; a reader refuses a higher one. */
    public static final int VERSION = 1;

    public Report {
        states = Map.copyOf(states);
        verdicts = Map.copyOf(verdicts);
        causes = List.copyOf(causes);
    }

    public int mailboxes(Verdict verdict) {
        return verdicts.getOrDefault(verdict, 0);
    }

    public long completeMailboxes() {
        return mailboxes(Verdict.COMPLETE) + mailboxes(Verdict.COMPLETE_WITH_ITEMS);
    }
}
