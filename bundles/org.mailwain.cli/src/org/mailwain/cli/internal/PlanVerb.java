package org.mailwain.cli.internal;

import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.engine.FolderPlan;
import org.mailwain.engine.MailboxPlan;
import org.mailwain.engine.TargetPlan;
import org.mailwain.operations.PlanOperation;
import picocli.CommandLine;

/** {@code mailwain plan}. */
@CommandLine.Command
final class PlanVerb extends BatchVerb.Narrowed {
    private long folders;
    private long items;
    private long bytes;
    private int planned;
    private int failed;

    @Override
    protected ExitCode work() throws FailureException {
        List<MailboxPlan> plans = new ArrayList<>();
        new PlanOperation(open(), mailboxes())
                .plan(
                        plan -> {
                            count(plan);
                            if (json()) {
                                plans.add(plan);
                            } else {
                                show(plan);
                            }
                        },
                        context().cancel());
        if (json()) {
            printJson(plans);
        } else if (planned > 1) {
            say("plan.total", planned, folders, items, Texts.size(bytes));
        }
        return failed > 0 ? ExitCode.ATTENTION : ExitCode.OK;
    }

    private void count(MailboxPlan plan) {
        planned++;
        boolean conflict = plan.folders().stream().anyMatch(folder -> folder.conflict() != null);
        failed += plan.failure() != null || conflict ? 1 : 0;
        folders += plan.folders().size();
        items += plan.folders().stream().mapToLong(FolderPlan::items).sum();
        bytes += plan.folders().stream().mapToLong(FolderPlan::bytes).sum();
    }

    private void show(MailboxPlan plan) {
        terminal().line(terminal().bold(Texts.printable(plan.label())));
        if (plan.failure() != null) {
            showFailure(plan.failure());
            return;
        }
        Table table = new Table("SOURCE FOLDER", "TARGET FOLDER", "WHY", ">THERE", ">TO COPY", ">SIZE", ">SKIPPED");
        for (FolderPlan folder : plan.folders()) {
            String target = folder.target().map(Object::toString).orElse("-") + (folder.create() ? " (new)" : "");
            table.row(
                    folder.source(),
                    target,
                    SettingsSchema.word(folder.reason()).replace('-', ' '),
                    folder.standing() < 0 ? "?" : Texts.count(folder.standing()),
                    Texts.count(folder.items()),
                    Texts.size(folder.bytes()),
                    Texts.count(folder.skipped().stream()
                            .mapToLong(FolderPlan.Skipped::items)
                            .sum()));
        }
        table.print(terminal());
        plan.folders().forEach(this::showRemarks);
        showTarget(plan);
        say(
                "plan.sum",
                plan.folders().size(),
                plan.folders().stream().mapToLong(FolderPlan::items).sum(),
                Texts.size(plan.bytes()));
        if (plan.days() > 0) {
            say("plan.days", plan.days(), Texts.size(plan.bytesPerDay()));
        }
        terminal().blank();
    }

    private void showTarget(MailboxPlan plan) {
        terminal().blank();
        Table table = new Table("TARGET FOLDER", ">THERE", ">COMES", ">SIZE", "FROM");
        for (TargetPlan folder : plan.target()) {
            table.row(
                    folder.path() + (folder.create() ? " (new)" : ""),
                    folder.standing() < 0 ? "?" : Texts.count(folder.standing()),
                    Texts.count(folder.coming()),
                    Texts.size(folder.comingBytes()),
                    folder.from().isEmpty()
                            ? "-"
                            : String.join(
                                    ", ",
                                    folder.from().stream().map(Object::toString).toList()));
        }
        table.print(terminal());
    }

    private void showRemarks(FolderPlan folder) {
        List<Failure> remarks = new ArrayList<>(folder.notes());
        folder.skipped().forEach(skipped -> remarks.add(skipped.reason()));
        if (folder.conflict() != null) {
            remarks.add(folder.conflict());
        }
        remarks.forEach(remark -> terminal()
                .line("  "
                        + Texts.printable(
                                folder.source() + ": " + sentences().of(remark).sentence())));
    }
}
