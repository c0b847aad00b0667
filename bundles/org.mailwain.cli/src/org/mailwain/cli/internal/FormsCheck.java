package org.mailwain.cli.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.FormsOperation;
import org.mailwain.operations.FormsOperation.FormTry;
import picocli.CommandLine;

/** {@code mailwain check --forms}. */
final class FormsCheck {
    private static final int MOST_TRIES = 20;

    @CommandLine.Option(names = "--forms", required = true, descriptionKey = "mailwain.check.forms")
    private boolean wanted;

    @CommandLine.Option(names = "--administrator", paramLabel = "USER", descriptionKey = "mailwain.check.administrator")
    private String administrator;

    @CommandLine.Option(names = "--tries", paramLabel = "N", descriptionKey = "mailwain.check.tries")
    private int tries = FormsOperation.Wish.USUAL_TRIES;

    @CommandLine.Option(names = "--pause", paramLabel = "SECONDS", descriptionKey = "mailwain.check.pause")
    private long pause = FormsOperation.Wish.USUAL_PAUSE.toSeconds();

    ExitCode check(Verb verb, BatchWork work, List<String> mailboxes) throws FailureException {
        if (tries < 1 || tries > MOST_TRIES || pause < 0 || pause > 3600 || mailboxes.size() > 1) {
            verb.terminal().err().println(Texts.of("check.forms.range", MOST_TRIES));
            return ExitCode.USAGE;
        }
        FormsOperation.Wish wish = new FormsOperation.Wish(
                mailboxes.stream().findFirst(), Optional.ofNullable(administrator), tries, Duration.ofSeconds(pause));
        FormsOperation.Found found = new FormsOperation(work, wish)
                .find(result -> tried(verb, result), verb.context().cancel());
        if (verb.json()) {
            verb.printJson(found);
        } else {
            show(verb, found);
        }
        return found.works().isPresent() ? ExitCode.OK : ExitCode.ENDPOINT;
    }

    /** At once, since the next try may come only after a pause. */
    private static void tried(Verb verb, FormTry result) {
        if (verb.json() || result.result() == FormsOperation.Result.NOT_TRIED) {
            return;
        }
        String login = result.onBehalfOf()
                .map(user -> Texts.of("check.forms.onbehalf", result.login(), user))
                .orElse(result.login());
        String word = Texts.of("check.forms." + result.result().name().toLowerCase(Locale.ROOT));
        verb.terminal().line(Texts.printable("  %-18s %-9s %s".formatted(result.form(), word, login)));
        if (result.failure() != null) {
            verb.showFailure(result.failure());
        }
    }

    private static void show(Verb verb, FormsOperation.Found found) {
        List<String> left = found.tries().stream()
                .filter(one -> one.result() == FormsOperation.Result.NOT_TRIED)
                .map(FormTry::form)
                .toList();
        if (!left.isEmpty()) {
            verb.say("check.forms.left", String.join(", ", left));
        }
        verb.terminal().blank();
        if (found.works().isEmpty()) {
            boolean stopped = found.tries().stream().anyMatch(one -> one.result() == FormsOperation.Result.STOPPED);
            verb.say(stopped ? "check.forms.stopped.todo" : "check.forms.none", found.mailbox());
            return;
        }
        verb.say(
                "check.forms.found",
                found.works().get(),
                found.mailbox(),
                found.folders().size());
        if (!found.folders().isEmpty()) {
            Table table = new Table("FOLDER", ">MESSAGES");
            found.folders().forEach(seen -> table.row(seen.folder(), Texts.count(Math.max(0, seen.messages()))));
            table.print(verb.terminal());
        }
    }
}
