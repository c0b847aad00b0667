package org.mailwain.cli.internal;

import java.util.List;
import java.util.Locale;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.tenant.MatchOperation;
import org.mailwain.operations.tenant.MatchRule;
import org.mailwain.operations.tenant.Matched;
import picocli.CommandLine;

/** {@code mailwain match}. */
@CommandLine.Command
final class MatchVerb extends BatchVerb {
    @CommandLine.Option(names = "--rules", split = ",", paramLabel = "RULE", descriptionKey = "mailwain.match.rules")
    private List<String> rules = List.of();

    @CommandLine.Option(names = "--write", descriptionKey = "mailwain.match.write")
    private boolean write;

    @Override
    protected ExitCode work() throws FailureException {
        BatchWork work = open();
        MatchOperation operation = new MatchOperation(work, MatchRule.parse(rules));
        List<Matched> found = operation.match(context().cancel());
        boolean written = write && operation.write(opening().project(), found);
        if (json()) {
            printJson(found);
        } else {
            show(found);
            say(written ? "match.written" : write ? "match.unchanged" : "match.not-written");
        }
        boolean all =
                found.stream().allMatch(m -> m.state() == Matched.State.MATCHED || m.state() == Matched.State.BY_HAND);
        return all ? ExitCode.OK : ExitCode.ATTENTION;
    }

    private void show(List<Matched> found) {
        Table table = new Table(">LINE", "USER NAME", "STATE", "RULE", "TARGET");
        for (Matched one : found) {
            String state = one.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            table.row(one.line(), one.userName(), state, one.rule(), String.join(" | ", one.addresses()));
        }
        table.print(terminal());
        for (Matched.State state : Matched.State.values()) {
            long count = found.stream().filter(m -> m.state() == state).count();
            if (count > 0) {
                say("match.count." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'), count);
            }
        }
    }
}
