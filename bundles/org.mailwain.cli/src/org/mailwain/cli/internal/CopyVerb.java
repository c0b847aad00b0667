package org.mailwain.cli.internal;

import java.time.Duration;
import java.util.List;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Progress;
import org.mailwain.engine.BatchResult;
import org.mailwain.engine.Ending;
import org.mailwain.engine.MailboxResult;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.RunOperation;

/** A verb that runs a batch in this process and shows it. */
abstract class CopyVerb extends BatchVerb.Narrowed {
    /** @param retryFailed whether items that failed for good are tried again */
    protected final ExitCode run(BatchWork work, boolean retryFailed) throws FailureException {
        RunOperation run = new RunOperation(work, mailboxes(), retryFailed);
        BatchResult result;
        if (json()) {
            result = run.run(Progress.SILENT, context().cancel());
            printJson(result);
        } else {
            say(
                    "run.begin",
                    work.batch().name(),
                    work.batch().rows().size(),
                    work.batch().source().name(),
                    work.batch().target().name());
            try (RunView view = new RunView(terminal(), sentences())) {
                result = run.run(view, context().cancel());
            }
            show(work, result);
        }
        return exit(result);
    }

    private static ExitCode exit(BatchResult result) {
        return switch (result.ending()) {
            case COMPLETED -> evidence(result).oddities() == 0 ? ExitCode.OK : ExitCode.ATTENTION;
            case WITH_ERRORS -> ExitCode.ATTENTION;
            case FAILED -> ExitCode.FAILED;
            case STOPPED -> ExitCode.STOPPED;
        };
    }

    private void show(BatchWork work, BatchResult result) {
        String name = work.batch().name();
        if (result.failure() != null) {
            showFailure(result.failure());
        }
        showMailboxes(result);
        FolderCounts sum = evidence(result);
        long copied =
                result.mailboxes().stream().mapToLong(MailboxResult::copied).sum();
        long bytes = result.mailboxes().stream().mapToLong(MailboxResult::bytes).sum();
        long failed = sum.of(ItemOutcome.FAILED);
        say(
                "run.done",
                Texts.count(copied) + " (" + Texts.size(bytes) + ")",
                Texts.count(sum.of(ItemOutcome.ALREADY_THERE)),
                Texts.count(sum.of(ItemOutcome.SKIPPED_BY_RULE)),
                Texts.count(failed),
                Texts.span(Duration.between(result.began(), result.ended())));
        if (failed > 0) {
            say("run.failed-items", failed, name);
        }
        if (sum.oddities() > 0) {
            say("run.odd-items", sum.oddities(), name);
        }
        if (result.ending() == Ending.STOPPED) {
            say("run.stopped", name);
        } else if (result.ending() != Ending.FAILED) {
            say("run.next", name);
        }
    }

    private static FolderCounts evidence(BatchResult result) {
        return result.mailboxes().stream()
                .map(MailboxResult::evidence)
                .reduce(FolderCounts.NOTHING, FolderCounts::plus);
    }

    private void showMailboxes(BatchResult result) {
        List<MailboxResult> unfinished = result.mailboxes().stream()
                .filter(mailbox -> mailbox.failure() != null && mailbox.ending() != Ending.STOPPED)
                .toList();
        if (unfinished.isEmpty()) {
            return;
        }
        say("run.failed-mailboxes", unfinished.size());
        for (MailboxResult mailbox : unfinished) {
            terminal().line("  " + Texts.printable(mailbox.label()));
            var text = sentences().of(mailbox.failure());
            terminal()
                    .line("    " + Texts.printable(text.sentence()) + " ["
                            + mailbox.failure().code() + "]");
            if (!text.advice().isEmpty()) {
                terminal().line("    " + Texts.printable(text.advice()));
            }
        }
    }
}
