package org.mailwain.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.Problem;
import org.mailwain.operations.BrokenProjectException;
import org.mailwain.operations.Sentences;
import org.mailwain.operations.Services;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** A word of the command line. What it does is an operation; here its options are read and its result is shown. */
abstract class Verb implements Callable<Integer> {
    @CommandLine.Option(
            names = {"-p", "--project"},
            paramLabel = "DIR",
            descriptionKey = "project")
    private Path project = Path.of("");

    @CommandLine.Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "help")
    private boolean help;

    private CliContext context;

    final Verb in(CliContext newContext) {
        context = newContext;
        return this;
    }

    /** Does the work and shows the result. */
    protected abstract ExitCode work() throws FailureException;

    @Override
    public final Integer call() {
        try {
            return work().number();
        } catch (BrokenProjectException e) {
            showBroken(e);
            return ExitCode.PROBLEMS.number();
        } catch (FailureException e) {
            LoggerFactory.getLogger(getClass()).info("failed", e);
            showFailure(e.failure());
            return ExitCode.of(e.failure()).number();
        } finally {
            terminal().out().flush();
        }
    }

    protected final Path project() {
        return project.toAbsolutePath().normalize();
    }

    protected final boolean json() {
        return json;
    }

    protected final CliContext context() {
        return context;
    }

    protected final Terminal terminal() {
        return context.terminal();
    }

    protected final Services services() {
        return context.services();
    }

    protected final Sentences sentences() {
        return new Sentences(services().texts(), Locale.getDefault());
    }

    protected final void printJson(Object value) {
        new Json(sentences()).print(value, terminal().out(), terminal().interactive());
    }

    protected final void say(String key, Object... arguments) {
        terminal().line(Texts.of(key, arguments));
    }

    private void showBroken(BrokenProjectException broken) {
        if (json) {
            printJson(new Broken(broken.failure(), broken.problems()));
        } else {
            broken.problems().forEach(new Problems(terminal(), sentences())::show);
            showFailure(broken.failure());
        }
    }

    /** To standard error; as one object with --json, so that a script always gets JSON. */
    protected final void showFailure(Failure failure) {
        if (json) {
            printJson(new Failed(failure));
            return;
        }
        FailureTexts.Text text = sentences().of(failure);
        terminal().out().flush();
        terminal().err().println(Texts.printable(text.sentence()) + " [" + failure.code() + "]");
        if (!text.advice().isEmpty()) {
            terminal().err().println(Texts.printable(text.advice()));
        }
    }

    /** What a script gets when a command fails. */
    record Failed(Failure failure) {}

    /** What a script gets when the project's files have problems. */
    record Broken(Failure failure, List<Problem> problems) {}
}
