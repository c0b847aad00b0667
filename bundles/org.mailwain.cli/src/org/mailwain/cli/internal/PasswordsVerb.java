package org.mailwain.cli.internal;

import java.nio.file.Path;
import java.util.List;
import org.mailwain.api.credentials.CredentialPath;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.PasswordsOperation;
import picocli.CommandLine;

/** {@code mailwain passwords}. */
@CommandLine.Command
final class PasswordsVerb extends Verb {
    private enum Action {
        IMPORT,
        LIST
    }

    @CommandLine.Parameters(index = "0", paramLabel = "import|list", descriptionKey = "mailwain.passwords.action")
    private Action action;

    @CommandLine.Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "LIST",
            descriptionKey = "mailwain.passwords.list")
    private Path list;

    @Override
    protected ExitCode work() throws FailureException {
        PasswordsOperation operation =
                new PasswordsOperation(services(), project(), context().asks());
        if (action == Action.LIST) {
            show(operation.names());
            return ExitCode.OK;
        } else if (list == null) {
            terminal().err().println(Texts.of("passwords.which"));
            return ExitCode.USAGE;
        }
        int moved = operation.importList(project().resolve(list));
        if (json()) {
            printJson(new Imported(moved));
        } else {
            say("passwords.imported", moved);
        }
        return ExitCode.OK;
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
