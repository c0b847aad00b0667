package org.mailwain.cli.internal;

import org.mailwain.api.failure.FailureException;
import picocli.CommandLine;

/** {@code mailwain run}. */
@CommandLine.Command
final class RunVerb extends CopyVerb {
    @CommandLine.Option(names = "--retry-failed", descriptionKey = "mailwain.run.retry")
    private boolean retryFailed;

    @Override
    protected ExitCode work() throws FailureException {
        return run(open(), retryFailed);
    }
}
