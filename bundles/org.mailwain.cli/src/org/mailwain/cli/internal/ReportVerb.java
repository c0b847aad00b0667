package org.mailwain.cli.internal;

import java.nio.file.Path;
import org.mailwain.api.failure.Failure;
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

    @CommandLine.Option(names = "--originals", descriptionKey = "mailwain.report.originals")
    private boolean originals;

    @Override
    protected ExitCode work() throws FailureException {
        BatchWork work = open();
        Path folder = output == null ? null : output.toAbsolutePath().normalize();
        ReportOperation.Written report = new ReportOperation(work, context().product())
                .write(folder, originals, context().cancel());
        Path index = report.folder().resolve("index.html");
        if (json()) {
            printJson(new Made(report.folder().toString(), report.signer(), report.unsigned()));
        } else {
            say("report.written", index);
            signature(report);
        }
        if (show) {
            Browser.open(index);
        }
        return ExitCode.OK;
    }

    private void signature(ReportOperation.Written report) {
        if (report.unsigned() == null) {
            say("report.signed", report.signer());
        } else {
            say("report.unsigned", sentences().of(report.unsigned()).sentence());
        }
    }

    /** What a script gets. @param unsigned why nobody signed it, or null */
    record Made(String written, String signer, Failure unsigned) {}
}
