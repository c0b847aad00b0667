package org.mailwain.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.demo.Demo;
import org.mailwain.operations.OperationFailure;
import picocli.CommandLine;

/** {@code mailwain demo}: runs the other verbs on a project between two servers in this process. */
@CommandLine.Command
final class DemoVerb extends Verb {
    @CommandLine.Option(names = "--keep", paramLabel = "DIR", descriptionKey = "mailwain.demo.keep")
    private Path keep;

    @CommandLine.Option(names = "--no-open", descriptionKey = "mailwain.demo.no-open")
    private boolean quiet;

    private Path folder;

    @Override
    protected ExitCode work() throws FailureException {
        try {
            folder = keep == null
                    ? Files.createTempDirectory("mailwain-demo")
                    : keep.toAbsolutePath().normalize();
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with("", e), e);
        }
        try (Demo demo = Demo.start(folder)) {
            say(
                    "demo.begin",
                    demo.mailboxes().size(),
                    demo.source().port(),
                    demo.target().port(),
                    folder);
            return steps(demo);
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(folder, e), e);
        }
    }

    private ExitCode steps(Demo demo) throws FailureException {
        Path report = folder.resolve("report");
        step("demo.check", "check", demo.batch(), "--connect");
        step("demo.plan", "plan", demo.batch());
        step("demo.run", "run", demo.batch());
        step("demo.again", "run", demo.batch());
        step("demo.verify", "verify", demo.batch(), "--content");
        step("demo.report", "report", demo.batch(), "--output", report.toString());
        terminal().blank();
        say("demo.end", folder);
        if (!quiet) {
            Browser.open(report.resolve("index.html"));
        }
        return ExitCode.OK;
    }

    private void step(String text, String... line) throws FailureException {
        terminal().blank();
        say(text);
        terminal().line(terminal().bold("$ mailwain " + String.join(" ", line)));
        List<String> whole = new ArrayList<>(List.of(line));
        whole.addAll(List.of("--project", folder.toString()));
        int exit = new Cli(context()).run(whole.toArray(String[]::new));
        context().cancel().check();
        if (exit != ExitCode.OK.number()) {
            throw OperationFailure.UNEXPECTED.raise(String.join(" ", line) + ": " + exit);
        }
    }
}
