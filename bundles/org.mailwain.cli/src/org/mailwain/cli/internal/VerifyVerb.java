package org.mailwain.cli.internal;

import java.util.ArrayList;
import java.util.List;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Progress;
import org.mailwain.api.settings.SettingsSchema;
import org.mailwain.engine.Difference;
import org.mailwain.engine.FolderVerdict;
import org.mailwain.engine.MailboxVerdict;
import org.mailwain.operations.VerifyOperation;
import picocli.CommandLine;

/** {@code mailwain verify}. */
@CommandLine.Command
final class VerifyVerb extends BatchVerb.Narrowed {
    @CommandLine.Option(names = "--content", descriptionKey = "mailwain.verify.content")
    private boolean content;

    private int mailboxesSeen;
    private int different;
    private boolean byParts;
    private long messages;

    @Override
    protected ExitCode work() throws FailureException {
        List<VerifyOperation.Result> results = new ArrayList<>();
        new VerifyOperation(open(), mailboxes(), content)
                .verify(
                        result -> {
                            count(result.verdict());
                            if (json()) {
                                results.add(result);
                            } else {
                                show(result);
                            }
                        },
                        Progress.SILENT,
                        context().cancel());
        if (json()) {
            printJson(results);
        } else if (different == 0) {
            say("verify.total.same", mailboxesSeen, messages, how());
        } else {
            say("verify.total.different", different, mailboxesSeen);
        }
        return different == 0 ? ExitCode.OK : ExitCode.ATTENTION;
    }

    private String how() {
        if (!content) {
            return "";
        }
        return Texts.of(byParts ? "verify.by-parts" : "verify.by-content");
    }

    private void count(MailboxVerdict verdict) {
        mailboxesSeen++;
        different += verdict.good() ? 0 : 1;
        byParts |= verdict.folders().stream().anyMatch(folder -> folder.proof() == FolderVerdict.Proof.PARTS);
        messages += verdict.folders().stream().mapToLong(FolderVerdict::same).sum();
    }

    private void show(VerifyOperation.Result result) {
        MailboxVerdict verdict = result.verdict();
        if (verdict.failure() != null) {
            terminal().line(Texts.printable(verdict.label()));
            showFailure(verdict.failure());
            return;
        }
        long same = verdict.folders().stream().mapToLong(FolderVerdict::same).sum();
        if (verdict.good() && result.differences().isEmpty()) {
            say(
                    "verify.same",
                    Texts.printable(verdict.label()),
                    verdict.folders().size(),
                    same);
            return;
        }
        long differences = verdict.folders().stream()
                .flatMap(folder -> folder.differences().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        say("verify.different", Texts.printable(verdict.label()), differences);
        Table table = new Table("WHAT", "FOLDER", "ITEM", ">SIZE", "SUBJECT", "WHY");
        result.differences().forEach(difference -> row(table, difference));
        table.print(terminal());
        verdict.folders().stream()
                .filter(folder -> folder.failure() != null)
                .forEach(folder -> showFailure(folder.failure()));
    }

    private void row(Table table, Difference difference) {
        Object folder = difference.sourceFolder() == null ? difference.targetFolder() : difference.sourceFolder();
        Object item = difference.sourceItem() == null ? difference.targetItem() : difference.sourceItem();
        String why = difference.reason() == null
                ? difference.source() + (difference.target().isEmpty() ? "" : " → " + difference.target())
                : sentences().of(difference.reason()).sentence();
        table.row(
                SettingsSchema.word(difference.kind()),
                folder,
                item,
                Texts.size(difference.size()),
                difference.subject(),
                why);
    }
}
