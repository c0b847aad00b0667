package org.mailwain.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailwain.api.failure.FailureException;
import org.mailwain.dropins.DropIn;
import org.mailwain.operations.EndpointsOperation;
import org.mailwain.operations.OpenOperation;
import org.mailwain.project.EndpointFile;
import picocli.CommandLine;

/** {@code mailwain endpoints}. */
@CommandLine.Command
final class EndpointsVerb extends Verb {
    @CommandLine.Parameters(
            arity = "0..1",
            paramLabel = "KIND",
            descriptionKey = "mailwain.endpoints.kind",
            completionCandidates = KindNames.class)
    private String kind;

    @CommandLine.Option(names = "--kinds", descriptionKey = "mailwain.endpoints.kinds")
    private boolean kinds;

    @CommandLine.Option(names = "--reference", descriptionKey = "mailwain.endpoints.reference")
    private boolean reference;

    /** What a script gets of the project's endpoints. */
    record Named(String name, Optional<String> kind, Optional<String> address, int problems) {}

    /** What a script gets of the kinds. */
    record Kinds(List<EndpointsOperation.Kind> kinds, List<DropIn> dropIns) {}

    @Override
    protected ExitCode work() throws FailureException {
        EndpointsOperation operation = new EndpointsOperation(services(), Locale.getDefault());
        if (reference) {
            operation.page().forEach(line -> terminal().line(Texts.printable(line)));
            return ExitCode.OK;
        }
        if (kind != null) {
            show(operation, operation.kind(kind));
            return ExitCode.OK;
        }
        return kinds ? showKinds(operation) : showProject();
    }

    private void show(EndpointsOperation operation, EndpointsOperation.Kind one) {
        if (json()) {
            printJson(one);
        } else {
            operation.page(one).forEach(line -> terminal().line(Texts.printable(line)));
        }
    }

    private ExitCode showKinds(EndpointsOperation operation) {
        List<EndpointsOperation.Kind> all = operation.kinds();
        List<DropIn> dropIns = operation.dropIns();
        if (json()) {
            printJson(new Kinds(all, dropIns));
        } else {
            Table table = new Table("KIND", "IS A", "FROM", "SETTINGS");
            all.forEach(one -> table.row(
                    one.kind(),
                    Texts.of("endpoints.role." + (one.source() && one.target() ? 2 : one.source() ? 0 : 1)),
                    one.dropIn().orElse("-"),
                    String.join(
                            ", ",
                            one.settings().stream()
                                    .filter(setting -> !setting.advanced())
                                    .map(EndpointsOperation.KindSetting::name)
                                    .toList())));
            table.print(terminal());
            show(dropIns);
        }
        boolean good = dropIns.stream().allMatch(dropIn -> dropIn.failure().isEmpty());
        return good ? ExitCode.OK : ExitCode.ATTENTION;
    }

    private void show(List<DropIn> dropIns) {
        for (DropIn dropIn : dropIns) {
            dropIn.failure().map(sentences()::of).ifPresent(text -> {
                terminal().blank();
                terminal().line(Texts.printable(text.sentence()));
                terminal().line("  " + Texts.printable(text.advice()));
            });
        }
    }

    private ExitCode showProject() throws FailureException {
        List<Named> named = new OpenOperation(services(), project(), context().asks())
                .project().endpoints().values().stream().map(this::named).toList();
        if (json()) {
            printJson(named);
            return ExitCode.OK;
        }
        Table table = new Table("ENDPOINT", "KIND", "ADDRESS", ">PROBLEMS");
        named.forEach(one ->
                table.row(one.name(), one.kind().orElse("?"), one.address().orElse("?"), one.problems()));
        table.print(terminal());
        return named.stream().allMatch(one -> one.problems() == 0) ? ExitCode.OK : ExitCode.PROBLEMS;
    }

    private Named named(EndpointFile file) {
        return new Named(
                file.name(),
                file.kind(),
                file.endpoint()
                        .flatMap(endpoint -> services()
                                .catalog()
                                .provider(endpoint.kind())
                                .map(provider -> provider.address(endpoint))),
                file.problems().size());
    }
}
