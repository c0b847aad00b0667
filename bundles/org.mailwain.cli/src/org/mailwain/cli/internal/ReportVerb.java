package org.mailwain.cli.internal;

import java.nio.file.Path;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.ReportOperation;
import picocli.CommandLine;

/** {@code mailwain report}. */
@CommandLine.Command
final class ReportVerb extends BatchVerb {
    @CommandLine.Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "output")
    private Path output;

    @CommandLine.Option(names = "--open", descriptionKey = "mailwain.report.open")
    private boolean show;

    @Override
    protected ExitCode work() throws FailureException {
        BatchWork work = open();
        Path folder = output == null ? null : output.toAbsolutePath().normalize();
        Path written = new ReportOperation(work, context().product())
                .write(folder, context().cancel());
        Path index = written.resolve("index.html");
        if (json()) {
            printJson(new Written(written.toString()));
        } else {
            say("report.written", index);
        }
        if (show) {
            Browser.open(index);
        }
        return ExitCode.OK;
    }
}
