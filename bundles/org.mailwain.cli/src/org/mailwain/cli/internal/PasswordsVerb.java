package org.mailwain.cli.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.credentials.Secret;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Asks;
import org.mailwain.operations.PasswordsOperation;
import picocli.CommandLine;

/** {@code mailwain passwords}. */
@CommandLine.Command
final class PasswordsVerb extends Verb {
    private enum Action {
        IMPORT,
        LIST,
        SET,
        REMOVE
    }

    @CommandLine.Parameters(
            index = "0",
            paramLabel = "import|list|set|remove",
            descriptionKey = "mailwain.passwords.action")
    private Action action;

    @CommandLine.Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "LIST|NAME",
            descriptionKey = "mailwain.passwords.of")
    private String of;

    @CommandLine.Option(names = "--from", paramLabel = "FILE", descriptionKey = "mailwain.passwords.from")
    private Path from;

    @Override
    protected ExitCode work() throws FailureException {
        PasswordsOperation operation =
                new PasswordsOperation(services(), project(), context().asks());
        boolean named = action == Action.SET || action == Action.REMOVE;
        if (action != Action.LIST && (of == null || named && of.indexOf('/') < 1)) {
            terminal().err().println(Texts.of("passwords.which"));
            return ExitCode.USAGE;
        }
        switch (action) {
            case LIST -> show(operation.names());
            case IMPORT -> imported(operation.importList(project().resolve(of)));
            case SET -> set(operation);
            case REMOVE -> operation.remove(name());
        }
        return ExitCode.OK;
    }

    private void imported(int moved) {
        if (json()) {
            printJson(new Imported(moved));
        } else {
            say("passwords.imported", moved);
        }
    }

    private void set(PasswordsOperation operation) throws FailureException {
        if (from != null) {
            operation.setFrom(name(), from);
            return;
        }
        Asks.Question question = new Asks.Question("passwords.ask", Texts.of("passwords.ask", of), "");
        Optional<Secret> typed = context().asks().secret(question);
        if (typed.isPresent()) {
            operation.set(name(), typed.get());
        }
    }

    private CredentialPath name() {
        int slash = of.indexOf('/');
        return new CredentialPath(of.substring(0, Math.max(0, slash)), of.substring(slash + 1));
    }

    private void show(List<CredentialPath> names) {
        if (json()) {
            printJson(names);
        } else if (names.isEmpty()) {
            say("passwords.none");
        } else {
            Table table = new Table("KIND", "BELONGS TO");
            names.forEach(name -> table.row(name.kind(), name.owner()));
            table.print(terminal());
        }
    }

    /** What a script gets. */
    record Imported(int moved) {}
}
