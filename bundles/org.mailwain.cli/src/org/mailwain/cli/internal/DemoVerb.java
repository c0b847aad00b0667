package org.mailwain.cli.internal;

import org.mailwain.api.failure.FailureException;
import picocli.CommandLine;

/** {@code mailwain demo}. */
@CommandLine.Command
final class DemoVerb extends Verb {
    @Override
    protected ExitCode work() throws FailureException {
        return ExitCode.OK;
    }
}
