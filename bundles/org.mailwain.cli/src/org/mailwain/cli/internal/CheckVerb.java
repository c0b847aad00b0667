package org.mailwain.cli.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailwain.api.batch.Batch;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.failure.Problem;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.ConnectOperation;
import org.mailwain.operations.tenant.TenantCheckOperation;
import org.mailwain.project.BatchFile;
import org.mailwain.project.Project;
import picocli.CommandLine;

/** {@code mailwain check}. */
@CommandLine.Command
final class CheckVerb extends BatchVerb.Narrowed {
    @CommandLine.Option(names = "--connect", descriptionKey = "mailwain.check.connect")
    private boolean connect;

    @CommandLine.ArgGroup(exclusive = false)
    private FormsCheck forms;

    /** What a script gets; the lists stay empty without --connect. */
    record Checked(
            List<Problem> problems,
            List<ConnectOperation.EndpointTry> endpoints,
            List<ConnectOperation.MailboxTry> mailboxes,
            List<TenantCheckOperation.Finding> tenant) {}

    @Override
    protected ExitCode work() throws FailureException {
        if (forms != null) {
            return forms.check(this, open(), mailboxes());
        }
        Project project = opening().project();
        Checked checked = new Checked(project.problems(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        if (!json()) {
            showFiles(project);
        }
        ExitCode exit = project.hasErrors() ? ExitCode.PROBLEMS : ExitCode.OK;
        if (exit == ExitCode.OK && connect) {
            for (String batch : batches(project)) {
                BatchWork work = opening().batch(batch);
                boolean good = new ConnectOperation(work, mailboxes())
                        .connect(into(checked), context().cancel());
                exit = good ? exit : ExitCode.ENDPOINT;
            }
            if (!json()) {
                showConnections(checked);
            }
            exit = tenants(project, checked) ? exit : ExitCode.ENDPOINT;
        }
        if (json()) {
            printJson(checked);
        }
        return exit;
    }

    private List<String> batches(Project project) {
        return batchName() == null ? List.copyOf(project.batches().keySet()) : List.of(batchName());
    }

    /** @return whether nothing is to be done about the tenants behind the targets */
    private boolean tenants(Project project, Checked checked) throws FailureException {
        boolean good = true;
        for (String batch : batches(project)) {
            BatchWork work = opening().batch(batch);
            TenantCheckOperation operation = new TenantCheckOperation(work, mailboxes());
            if (operation.applies()) {
                List<TenantCheckOperation.Finding> found =
                        operation.check(context().cancel());
                checked.tenant().addAll(found);
                good &= json()
                        ? found.stream().allMatch(TenantCheckOperation.Finding::good)
                        : new TenantTable(terminal(), sentences())
                                .show(work.batch().target().name(), found);
            }
        }
        return good;
    }

    private void showFiles(Project project) {
        project.problems().forEach(new Problems(terminal(), sentences())::show);
        long errors = project.problems().stream().filter(Problem::isError).count();
        long warnings = project.problems().size() - errors;
        if (errors > 0) {
            say("check.problems", errors, warnings);
            return;
        }
        long rows = project.batches().values().stream()
                .map(BatchFile::batch)
                .flatMap(Optional::stream)
                .map(Batch::rows)
                .mapToLong(List::size)
                .sum();
        say("check.clean", project.batches().size(), rows);
    }

    private ConnectOperation.Sink into(Checked checked) {
        return new ConnectOperation.Sink() {
            @Override
            public void endpoint(ConnectOperation.EndpointTry result) {
                checked.endpoints().add(result);
                if (!json()) {
                    show(result);
                }
            }

            @Override
            public void mailbox(ConnectOperation.MailboxTry result) {
                checked.mailboxes().add(result);
            }
        };
    }

    private void show(ConnectOperation.EndpointTry endpoint) {
        terminal().blank();
        terminal()
                .line(terminal()
                        .bold(Texts.printable(SettingsSchema.word(endpoint.side()) + " " + endpoint.name() + " "
                                + endpoint.address())));
        for (ConnectOperation.Step step : endpoint.steps()) {
            String name = SettingsSchema.word(step.step());
            if (step.failure() == null) {
                String found = String.join(
                        ", ", step.findings().stream().map(sentences()::shown).toList());
                terminal().line("  %-13s %s  %s".formatted(name, Texts.of("check.ok"), Texts.printable(found)));
            } else {
                terminal().line("  %-13s %s".formatted(name, Texts.of("check.failed")));
                showFailure(step.failure());
            }
        }
    }

    private void showConnections(Checked checked) {
        if (checked.mailboxes().isEmpty()) {
            return;
        }
        terminal().blank();
        Table table = new Table("MAILBOX", ">LINE", "SOURCE", "TARGET");
        checked.mailboxes()
                .forEach(mailbox ->
                        table.row(mailbox.label(), mailbox.line(), word(mailbox.source()), word(mailbox.target())));
        table.print(terminal());
        long bad = checked.mailboxes().stream().filter(m -> !m.good()).count();
        checked.mailboxes().stream().filter(m -> !m.good()).forEach(this::showFailures);
        checked.mailboxes().stream().filter(m -> !m.remarks().isEmpty()).forEach(this::showRemarks);
        if (bad == 0) {
            say("check.all-well", checked.mailboxes().size());
        } else {
            say("check.some-fail", bad, checked.mailboxes().size());
        }
    }

    private static String word(Failure failure) {
        return failure == null ? Texts.of("check.ok") : failure.code();
    }

    private void showRemarks(ConnectOperation.MailboxTry mailbox) {
        terminal().blank();
        terminal().line(Texts.printable(mailbox.label()));
        for (Failure remark : mailbox.remarks()) {
            FailureTexts.Text text = sentences().of(remark);
            terminal().line("  " + Texts.printable(text.sentence()));
            terminal().line("  " + Texts.printable(text.advice()));
        }
    }

    private void showFailures(ConnectOperation.MailboxTry mailbox) {
        terminal().blank();
        terminal().line(Texts.printable(mailbox.label()));
        for (Failure failure : new Failure[] {mailbox.source(), mailbox.target()}) {
            if (failure != null) {
                showFailure(failure);
            }
        }
    }
}
