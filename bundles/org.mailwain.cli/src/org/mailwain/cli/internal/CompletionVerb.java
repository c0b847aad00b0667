package org.mailwain.cli.internal;

import picocli.CommandLine;

/** {@code mailwain completion}. */
@CommandLine.Command
final class CompletionVerb extends Verb {
    @Override
    protected ExitCode work() {
        terminal().line(Cli.completion(services().catalog().kinds()));
        return ExitCode.OK;
    }
}
