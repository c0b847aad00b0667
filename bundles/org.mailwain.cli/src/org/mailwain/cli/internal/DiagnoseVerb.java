package org.mailwain.cli.internal;

import java.nio.file.Path;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.DiagnoseOperation;
import picocli.CommandLine;

/** {@code mailwain diagnose}. */
@CommandLine.Command
final class DiagnoseVerb extends Verb {
    @CommandLine.Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "output")
    private Path output = Path.of("mailwain-diagnose.zip");

    @Override
    protected ExitCode work() throws FailureException {
        Path file = output.toAbsolutePath().normalize();
        new DiagnoseOperation(services(), project(), context().product().version()).write(file);
        if (json()) {
            printJson(new Written(file.toString()));
        } else {
            say("diagnose.written", file);
            say("diagnose.hint");
        }
        return ExitCode.OK;
    }
}
