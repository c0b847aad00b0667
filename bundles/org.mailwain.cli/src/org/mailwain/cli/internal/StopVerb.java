package org.mailwain.cli.internal;

import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.StopOperation;
import picocli.CommandLine;

/** {@code mailwain stop}. */
@CommandLine.Command
final class StopVerb extends BatchVerb {
    @Override
    protected ExitCode work() throws FailureException {
        BatchWork work = open();
        new StopOperation(work.project(), work.batch().name()).stop();
        if (json()) {
            printJson(new Asked(work.batch().name()));
        } else {
            say("stop.asked");
        }
        return ExitCode.OK;
    }

    /** What a script gets. */
    record Asked(String stopping) {}
}
