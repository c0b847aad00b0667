package org.mailwain.cli.internal;

import java.nio.file.Path;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.Problem;
import org.mailwain.operations.ExportOperation;
import picocli.CommandLine;

/** {@code mailwain export}. */
@CommandLine.Command
final class ExportVerb extends BatchVerb {
    @CommandLine.Option(
            names = "--exchange-online",
            required = true,
            descriptionKey = "mailwain.export.exchange-online")
    private boolean exchangeOnline;

    @CommandLine.Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            descriptionKey = "output")
    private Path output;

    @Override
    protected ExitCode work() throws FailureException {
        Path file = output.toAbsolutePath().normalize();
        List<Problem> warnings = ExportOperation.exchangeOnline(open(), file);
        if (json()) {
            printJson(new Written(file.toString()));
        } else {
            warnings.forEach(new Problems(terminal(), sentences())::show);
            say("export.written", file);
        }
        return ExitCode.OK;
    }
}
