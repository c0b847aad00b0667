package org.mailwain.report.internal.json;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.batch.BatchState;
import org.mailwain.api.batch.CopyProof;
import org.mailwain.api.batch.ItemMark;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.Argument;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.Scope;
import org.mailwain.api.mail.FolderPath;
import org.mailwain.ledger.BatchLedger.MailboxEntry;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.LeftOut;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.report.Balance;
import org.mailwain.report.BatchInfo;
import org.mailwain.report.Cause;
import org.mailwain.report.Figures;
import org.mailwain.report.FolderSheet;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.MailboxSheet.ItemsFile;
import org.mailwain.report.NoteKind;
import org.mailwain.report.Report;
import org.mailwain.report.ReportedItem;
import org.mailwain.report.TargetSheet;
import org.mailwain.report.TargetSheet.TargetCounts;
import org.mailwain.report.Verdict;

/** Reads what {@link ReportJson} writes; fields that it does not know are passed over. */
final class ReportParse {
    private ReportParse() {}

    static Report report(Node head) {
        return new Report(
                head.needText("batch"),
                state(head),
                info(head),
                head.moment("written"),
                head.text("language"),
                head.small("mailboxCount"),
                head.smallCounts("states", MailboxState.class, MailboxState::label),
                head.smallCounts("verdicts", Verdict.class, Json::name),
                figures(head.child("figures")),
                causes(head));
    }

    private static BatchState state(Node head) {
        for (BatchState state : BatchState.values()) {
            if (state.label().equals(head.needText("state"))) {
                return state;
            }
        }
        throw new Node.Odd("state");
    }

    private static BatchInfo info(Node head) {
        return new BatchInfo(
                head.text("product"),
                head.children("versions").stream()
                        .map(v -> new BatchInfo.Version(v.text("name"), v.text("version")))
                        .toList(),
                side(head.child("source")),
                side(head.child("target")),
                head.moment("started"),
                head.moment("ended"),
                head.text("signer"));
    }

    private static BatchInfo.Side side(Node side) {
        return new BatchInfo.Side(side.text("name"), side.text("address"));
    }

    private static Figures figures(Node figures) {
        return new Figures(
                figures.constant("verdict", Verdict.class),
                figures.has("listed"),
                counts(figures),
                target(figures.child("target")),
                figures.number("targetsNotLookedAt"),
                figures.number("needPerson"),
                figures.number("unnamed", 0),
                figures.counts("noted", NoteKind.class),
                figures.moment("firstCopied"),
                figures.moment("lastCopied"),
                figures.counts("folders", Balance.class));
    }

    private static FolderCounts counts(Node sheet) {
        return new FolderCounts(
                sheet.number("listed", 0),
                sheet.counts("outcomes", ItemOutcome.class),
                sheet.counts("marks", ItemMark.class),
                sheet.number("bytes"),
                sheet.number("left"));
    }

    private static TargetCounts target(Node target) {
        return new TargetCounts(
                target.number("standing", -1),
                target.number("ours"),
                target.number("alreadyThere"),
                target.number("notOurs"));
    }

    private static List<Cause> causes(Node node) {
        List<Cause> causes = new ArrayList<>();
        for (Node cause : node.children("causes")) {
            causes.add(new Cause(
                    cause.has("kind") ? cause.constant("kind", NoteKind.class) : null,
                    failure(cause, "example"),
                    cause.text("sentence"),
                    cause.text("advice"),
                    cause.flag("alike"),
                    cause.number("items"),
                    cause.number("mailboxes"),
                    cause.numbers("first").stream().map(Long::intValue).toList()));
        }
        return causes;
    }

    static MailboxSheet mailbox(Node mailbox) {
        return new MailboxSheet(
                mailbox.small("number"),
                entry(mailbox),
                figures(mailbox.child("figures")),
                mailbox.children("folders").stream().map(ReportParse::folder).toList(),
                mailbox.children("targets").stream()
                        .map(t -> new TargetSheet(path(t, "folder"), target(t), t.constant("balance", Balance.class)))
                        .toList(),
                mailbox.children("leftOut").stream().map(ReportParse::leftOut).toList(),
                causes(mailbox),
                items(mailbox.child("items")),
                mailbox.text("page"));
    }

    private static MailboxEntry entry(Node mailbox) {
        return new MailboxEntry(
                new MailboxKey(
                        mailbox.text("sourceEndpoint"),
                        mailbox.text("sourceMailbox"),
                        mailbox.text("targetEndpoint"),
                        mailbox.text("targetMailbox")),
                mailbox.text("label"),
                mailboxState(mailbox),
                mailbox.moment("since"),
                failure(mailbox, "failure"),
                mailbox.moment("lastSynced"),
                mailbox.small("passes"));
    }

    private static MailboxState mailboxState(Node mailbox) {
        for (MailboxState state : MailboxState.values()) {
            if (state.label().equals(mailbox.needText("state"))) {
                return state;
            }
        }
        throw new Node.Odd("state");
    }

    private static ItemsFile items(Node items) {
        if (items.number("step") != ItemsFile.STEP) {
            throw new Node.Odd("step");
        }
        return new ItemsFile(items.text("file"), items.number("count"), items.numbers("offsets"));
    }

    private static FolderSheet folder(Node folder) {
        return new FolderSheet(
                path(folder, "source"),
                path(folder, "target"),
                folder.constant("balance", Balance.class),
                counts(folder),
                folder.moment("firstCopied"),
                folder.moment("lastCopied"),
                constants(folder, "proofs", CopyProof.class),
                folder.counts("noted", NoteKind.class),
                folder.number("firstItem"),
                folder.number("items"));
    }

    private static LeftOut leftOut(Node folder) {
        Failure reason = failure(folder, "reason");
        if (reason == null) {
            throw new Node.Odd("reason");
        }
        return new LeftOut(path(folder, "folder"), folder.number("items", -1), reason);
    }

    static ReportedItem item(Node item) {
        return new ReportedItem(
                path(item, "folder"),
                path(item, "target"),
                item.text("id"),
                item.text("targetId"),
                item.constant("outcome", ItemOutcome.class),
                constants(item, "marks", ItemMark.class),
                item.flag("left"),
                item.number("size", -1),
                item.flag("retryable"),
                item.small("attempts"),
                item.text("subject"),
                item.text("sender"),
                item.text("date"),
                item.moment("received"),
                item.text("messageId"),
                failure(item, "failure"),
                optional(item, "original"),
                optional(item, "repair"));
    }

    private static <E extends Enum<E>> Set<E> constants(Node node, String field, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        node.texts(field).forEach(name -> constants.add(Node.constant(field, name, type)));
        return constants;
    }

    private static Optional<String> optional(Node item, String field) {
        return Optional.of(item.text(field)).filter(text -> !text.isEmpty());
    }

    private static FolderPath path(Node node, String field) {
        return FolderPath.parse(node.text(field));
    }

    private static Failure failure(Node node, String field) {
        if (!node.has(field)) {
            return null;
        }
        Node failure = node.child(field);
        return new Failure(
                failure.text("code"),
                failure.constant("scope", Scope.class),
                failure.flag("retryable"),
                failure.moment("notBefore"),
                failure.children("arguments").stream()
                        .map(ReportParse::argument)
                        .toList());
    }

    private static Argument argument(Node argument) {
        if (argument.has("count")) {
            return new Argument.Count(argument.number("count"));
        }
        if (argument.has("size")) {
            return new Argument.Size(argument.number("size"));
        }
        if (argument.has("moment")) {
            return new Argument.Moment(argument.moment("moment"));
        }
        if (argument.has("span")) {
            return new Argument.Span(argument.span("span"));
        }
        return argument.has("folder")
                ? new Argument.Folder(path(argument, "folder"))
                : new Argument.Text(argument.text("text"));
    }
}
