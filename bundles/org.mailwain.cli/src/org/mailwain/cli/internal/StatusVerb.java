package org.mailwain.cli.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureException;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.operations.BatchWork;
import org.mailwain.operations.StatusOperation;
import org.mailwain.operations.run.EventReader;
import org.mailwain.operations.run.RunFolder;
import org.mailwain.operations.run.RunPicture;
import picocli.CommandLine;

/** {@code mailwain status}. */
@CommandLine.Command
final class StatusVerb extends BatchVerb {
    private static final long LOOK_AGAIN_MILLIS = 250;

    @CommandLine.Option(
            names = {"-f", "--follow"},
            descriptionKey = "mailwain.status.follow")
    private boolean follow;

    @Override
    protected ExitCode work() throws FailureException {
        BatchWork work = open();
        StatusOperation operation = new StatusOperation(work);
        if (follow && !json()) {
            follow(RunFolder.of(work.project(), work.batch().name()));
        }
        StatusOperation.Status status = operation.status();
        if (json()) {
            printJson(status);
        } else {
            show(status);
        }
        boolean failures = status.mailboxes().stream().anyMatch(mailbox -> mailbox.failure() != null);
        return failures || status.died() ? ExitCode.ATTENTION : ExitCode.OK;
    }

    private void follow(RunFolder run) throws FailureException {
        EventReader events = new EventReader(run);
        try (RunView view = new RunView(terminal(), sentences())) {
            while (run.holder().isPresent()) {
                events.poll().forEach(view::happened);
                context().cancel().check();
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            events.poll().forEach(view::happened);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void show(StatusOperation.Status status) {
        say("status.batch", status.batch(), status.state().label());
        DateTimeFormatter time =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM).withZone(ZoneId.systemDefault());
        status.holder().ifPresent(holder -> say("status.running", holder, time.format(holder.since())));
        if (status.died()) {
            say("status.left-over", status.batch());
        }
        Table table = new Table("MAILBOX", "STATE", ">LISTED", ">COPIED", ">THERE", ">SKIPPED", ">FAILED", ">SIZE");
        for (StatusOperation.Mailbox mailbox : status.mailboxes()) {
            FolderCounts counts = mailbox.counts();
            if (counts == null) {
                table.row(mailbox.label(), mailbox.state().label(), "not listed", "", "", "", "", "");
            } else {
                table.row(
                        mailbox.label(),
                        mailbox.state().label(),
                        Texts.count(counts.listed()),
                        Texts.count(counts.of(ItemOutcome.COPIED)),
                        Texts.count(counts.of(ItemOutcome.ALREADY_THERE)),
                        Texts.count(counts.of(ItemOutcome.SKIPPED_BY_RULE)),
                        Texts.count(counts.of(ItemOutcome.FAILED)),
                        Texts.size(counts.bytes()));
            }
        }
        table.print(terminal());
        status.totals()
                .filter(totals -> totals.left() != null)
                .ifPresent(totals -> say(
                        "status.left",
                        Texts.span(totals.left()),
                        time.format(Instant.now().plus(totals.left()))));
        status.waiting().forEach(wait -> terminal().line(Texts.printable(waiting(wait, time))));
        status.mailboxes().stream()
                .filter(mailbox -> mailbox.failure() != null)
                .forEach(mailbox -> terminal()
                        .line(Texts.printable(mailbox.label() + ": "
                                + sentences().of(mailbox.failure()).sentence())));
    }

    private String waiting(RunPicture.Waiting wait, DateTimeFormatter time) {
        String who = wait.mailbox() == null ? wait.endpoint() : wait.mailbox();
        String why = wait.reason() == null ? "" : sentences().of(wait.reason()).sentence();
        return wait.until() == null
                ? Texts.of("run.waiting", who, why)
                : Texts.of("run.waiting.until", who, why, time.format(wait.until()));
    }
}
