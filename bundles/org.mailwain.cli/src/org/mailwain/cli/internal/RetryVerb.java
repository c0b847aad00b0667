package org.mailwain.cli.internal;

import java.util.List;
import org.mailwain.api.batch.MailboxRow;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.LimitsOperation;
import org.mailwain.operations.run.RunFolder;
import picocli.CommandLine;

/** {@code mailwain retry}: tries failed items again, in the run that is at work or in one of its own. */
@CommandLine.Command
final class RetryVerb extends CopyVerb {
    @Override
    protected ExitCode work() throws FailureException {
        BatchWork work = open();
        String batch = work.batch().name();
        if (RunFolder.of(work.project(), batch).holder().isEmpty()) {
            return run(work, true);
        }
        List<String> labels = mailboxes().isEmpty()
                ? List.of()
                : work.rows(mailboxes()).stream().map(MailboxRow::label).toList();
        int queued = new LimitsOperation(work.project(), batch).retry(labels);
        if (json()) {
            printJson(new Asked(queued));
        } else {
            say("retry.asked", queued, batch);
        }
        return ExitCode.OK;
    }

    /** What a script gets. */
    record Asked(int queued) {}
}
