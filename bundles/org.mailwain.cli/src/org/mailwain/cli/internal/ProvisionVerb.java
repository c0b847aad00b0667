package org.mailwain.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.OperationFailure;
import org.mailwain.operations.tenant.ProvisionOperation;
import org.mailwain.operations.tenant.ProvisionOperation.Plan;
import org.mailwain.operations.tenant.ProvisionOperation.Step;
import picocli.CommandLine;

/** {@code mailwain provision}. */
@CommandLine.Command
final class ProvisionVerb extends BatchVerb {
    @CommandLine.Option(
            names = "--licence",
            required = true,
            paramLabel = "NAME",
            descriptionKey = "mailwain.provision.licence")
    private String licence;

    @CommandLine.Option(
            names = "--country",
            required = true,
            paramLabel = "XX",
            descriptionKey = "mailwain.provision.country")
    private String country;

    @CommandLine.Option(names = "--apply", descriptionKey = "mailwain.provision.apply")
    private boolean apply;

    @CommandLine.Option(names = "--wait", paramLabel = "MINUTES", descriptionKey = "mailwain.provision.wait")
    private int wait = 30;

    @CommandLine.Option(names = "--passwords", paramLabel = "FILE", descriptionKey = "mailwain.provision.passwords")
    private Path passwords;

    /** What a script gets. @param failed steps that did not succeed, each with the reason */
    record Provisioned(Plan plan, List<Failed> failed) {}

    record Failed(Step step, Failure failure) {}

    @Override
    protected ExitCode work() throws FailureException {
        BatchWork work = open();
        ProvisionOperation operation = new ProvisionOperation(
                work, work.store(), new ProvisionOperation.Wish(licence, country, Duration.ofMinutes(wait)));
        List<Failed> failed = new ArrayList<>();
        Plan plan = apply
                ? operation.apply(
                        (step, failure) -> {
                            if (failure != null) {
                                failed.add(new Failed(step, failure));
                            }
                        },
                        context().cancel())
                : operation.plan(context().cancel());
        if (json()) {
            printJson(new Provisioned(plan, failed));
        } else {
            show(plan);
            failed.forEach(one -> showFailure(one.failure()));
            say(apply ? "provision.done" : "provision.plan", plan.licences(), plan.free());
        }
        if (passwords != null) {
            hand(operation);
        }
        return failed.isEmpty() ? ExitCode.OK : ExitCode.ATTENTION;
    }

    private void show(Plan plan) {
        Table table = new Table("MAILBOX", "NAME", "USER", "LOCATION", "LICENCE");
        plan.steps()
                .forEach(step -> table.row(
                        step.address(),
                        step.displayName(),
                        word(step.create()),
                        word(step.create() || step.locate()),
                        word(step.license())));
        table.print(terminal());
    }

    private static String word(boolean missing) {
        return Texts.of(missing ? "provision.missing" : "provision.there");
    }

    private void hand(ProvisionOperation operation) throws FailureException {
        Path file = project().resolve(passwords);
        try {
            OwnerFile.write(file, operation.firstPasswords().getBytes(StandardCharsets.UTF_8));
            say("provision.passwords", file);
        } catch (IOException e) {
            throw new FailureException(OperationFailure.WRITE.with(file, e), e);
        }
    }
}
