package org.mailwain.cli.internal;

import java.nio.file.Path;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.ExportOperation;
import picocli.CommandLine;

/** {@code mailwain template}. */
@CommandLine.Command
final class TemplateVerb extends Verb {
    @CommandLine.Option(names = "--samples", descriptionKey = "mailwain.template.samples")
    private boolean samples;

    @CommandLine.Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "output")
    private Path output = Path.of("mailboxes.csv");

    @Override
    protected ExitCode work() throws FailureException {
        Path file = output.toAbsolutePath().normalize();
        ExportOperation.template(file, samples);
        if (json()) {
            printJson(new Written(file.toString()));
        } else {
            say("export.written", file);
        }
        return ExitCode.OK;
    }
}
