package org.mailwain.cli.internal;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import org.mailwain.api.failure.Failure;
import org.mailwain.operations.OperationFailure;
import org.slf4j.LoggerFactory;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Reads the command line. Only the verb that is asked for is built, since building all costs a noticeable moment. */
public final class Cli {
    private static final Map<String, Supplier<Verb>> VERBS = new LinkedHashMap<>();

    static {
        VERBS.put("init", InitVerb::new);
        VERBS.put("discover", DiscoverVerb::new);
        VERBS.put("endpoints", EndpointsVerb::new);
        VERBS.put("check", CheckVerb::new);
        VERBS.put("match", MatchVerb::new);
        VERBS.put("provision", ProvisionVerb::new);
        VERBS.put("plan", PlanVerb::new);
        VERBS.put("run", RunVerb::new);
        VERBS.put("status", StatusVerb::new);
        VERBS.put("stop", StopVerb::new);
        VERBS.put("retry", RetryVerb::new);
        VERBS.put("limits", LimitsVerb::new);
        VERBS.put("verify", VerifyVerb::new);
        VERBS.put("report", ReportVerb::new);
        VERBS.put("verify-report", VerifyReportVerb::new);
        VERBS.put("key", KeyVerb::new);
        VERBS.put("passwords", PasswordsVerb::new);
        VERBS.put("export", ExportVerb::new);
        VERBS.put("template", TemplateVerb::new);
        VERBS.put("diagnose", DiagnoseVerb::new);
        VERBS.put("demo", DemoVerb::new);
        VERBS.put("simulator", SimulatorVerb::new);
        VERBS.put("completion", CompletionVerb::new);
    }

    private final CliContext context;

    Cli(CliContext context) {
        this.context = context;
    }

    /** @return the exit code of the process */
    int run(String... arguments) {
        if (arguments.length > 0 && VERBS.containsKey(arguments[0])) {
            return commandLine(List.of(arguments[0])).execute(arguments);
        } else if (arguments.length > 0 && List.of("-V", "--version").contains(arguments[0])) {
            context.terminal()
                    .line(context.product().brand() + " " + context.product().version());
            context.terminal().out().flush();
            return 0;
        }
        CommandLine all = commandLine(List.copyOf(VERBS.keySet()));
        boolean help = arguments.length == 0 || List.of("-h", "--help", "help").contains(arguments[0]);
        if (help && arguments.length > 1 && VERBS.containsKey(arguments[1])) {
            return commandLine(List.of(arguments[1])).execute(arguments[1], "--help");
        } else if (help) {
            all.usage(context.terminal().out());
            context.terminal().out().flush();
            return arguments.length == 0 ? ExitCode.USAGE.number() : 0;
        }
        return all.execute(arguments);
    }

    /** In the order in which help shows them. */
    static Collection<String> verbs() {
        return VERBS.keySet();
    }

    /** A script for bash, and for zsh by bashcompinit. @param kinds of endpoints to offer */
    static String completion(Collection<String> kinds) {
        return AutoComplete.bash("mailwain", new Cli(null).commandLine(List.copyOf(VERBS.keySet()), kinds));
    }

    private CommandLine commandLine(List<String> verbs) {
        return commandLine(verbs, List.of());
    }

    private CommandLine commandLine(List<String> verbs, Collection<String> kinds) {
        CommandLine root = new CommandLine(new Root(), KindNames.factory(kinds));
        verbs.forEach(verb -> root.addSubcommand(verb, VERBS.get(verb).get().in(context)));
        root.setResourceBundle(
                ResourceBundle.getBundle("org.mailwain.cli.messages", Locale.getDefault(), Cli.class.getClassLoader()));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpAutoWidth(false);
        if (context != null) {
            root.setOut(new PrintWriter(context.terminal().out(), true));
            root.setErr(new PrintWriter(context.terminal().err(), true));
            root.setUsageHelpWidth(Math.min(context.terminal().width(), 120));
            root.setExecutionExceptionHandler(this::unexpected);
        }
        return root;
    }

    private int unexpected(Exception e, CommandLine command, CommandLine.ParseResult result) {
        LoggerFactory.getLogger(Cli.class).error("unexpected", e);
        Failure failure = OperationFailure.UNEXPECTED.with(e.toString());
        if (command.getCommand() instanceof Verb verb) {
            verb.showFailure(failure);
        }
        return ExitCode.INTERNAL.number();
    }

    @CommandLine.Command(name = "mailwain", synopsisSubcommandLabel = "VERB")
    private static final class Root {
        @CommandLine.Option(
                names = {"-V", "--version"},
                descriptionKey = "version")
        private boolean version;

        @CommandLine.Option(
                names = {"-h", "--help"},
                usageHelp = true,
                descriptionKey = "help")
        private boolean help;
    }
}
