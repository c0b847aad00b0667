package org.mailwain.cli.internal;

import java.nio.file.Path;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.InitOperation;
import picocli.CommandLine;

/** {@code mailwain init}. */
@CommandLine.Command
final class InitVerb extends Verb {
    @CommandLine.Parameters(paramLabel = "DIR", descriptionKey = "mailwain.init.dir")
    private Path folder;

    @Override
    protected ExitCode work() throws FailureException {
        Path made = folder.toAbsolutePath().normalize();
        List<String> files = InitOperation.init(made);
        if (json()) {
            printJson(new Made(made.toString(), files));
            return ExitCode.OK;
        }
        say("init.made", made);
        files.forEach(file -> terminal().line("  " + file));
        for (int i = 0; i < 4; i++) {
            say("init.next." + i, folder);
        }
        return ExitCode.OK;
    }

    /** What a script gets. */
    record Made(String project, List<String> files) {}
}
