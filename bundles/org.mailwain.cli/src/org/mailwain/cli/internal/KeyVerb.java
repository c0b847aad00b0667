package org.mailwain.cli.internal;

import java.nio.file.Path;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.KeyOperation;
import picocli.CommandLine;

/** {@code mailwain key}. */
@CommandLine.Command
final class KeyVerb extends Verb {
    private enum Action {
        SHOW
    }

    @CommandLine.Parameters(index = "0", paramLabel = "show", descriptionKey = "mailwain.key.action")
    private Action action;

    @CommandLine.Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "mailwain.key.output")
    private Path output;

    @Override
    protected ExitCode work() throws FailureException {
        KeyOperation operation =
                new KeyOperation(services(), project(), context().asks());
        KeyOperation.Shown key = operation.show();
        if (output != null) {
            operation.write(key, output.toAbsolutePath().normalize());
        }
        if (json()) {
            printJson(key);
        } else {
            say("key.fingerprint", key.fingerprint());
            say(output == null ? "key.hand-over" : "key.written", output == null ? "" : output);
        }
        return ExitCode.OK;
    }
}
