package org.mailwain.report.internal.csv;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.mailwain.api.batch.ItemOutcome;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.ledger.FolderCounts;
import org.mailwain.ledger.LeftOut;
import org.mailwain.report.Figures;
import org.mailwain.report.FolderSheet;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.ReportedItem;
import org.mailwain.report.TargetSheet;
import org.mailwain.report.internal.file.ReportFolder;
import org.mailwain.report.internal.text.Safe;
import org.mailwain.report.internal.text.Words;

/** Spreadsheets: items, folders, mailboxes. RFC 4180 with a byte order mark, by which Excel knows UTF-8. */
public final class CsvFiles implements AutoCloseable {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180;
    private static final List<String> ITEMS = List.of(
            "csv.mailbox",
            "csv.folder",
            "csv.target",
            "csv.id",
            "csv.target-id",
            "csv.outcome",
            "csv.marks",
            "csv.left",
            "csv.subject",
            "csv.sender",
            "csv.date",
            "csv.received",
            "csv.size",
            "csv.code",
            "csv.reason",
            "csv.todo",
            "csv.retry",
            "csv.message-id",
            "csv.repair",
            "csv.original");
    private static final List<String> FOLDERS = List.of(
            "csv.mailbox",
            "csv.side",
            "csv.folder",
            "csv.target",
            "csv.balance",
            "csv.listed",
            "*",
            "csv.left-count",
            "csv.bytes",
            "csv.first",
            "csv.last",
            "csv.proofs",
            "csv.standing",
            "csv.ours",
            "csv.already",
            "csv.others",
            "csv.reason");
    private static final List<String> MAILBOXES = List.of(
            "csv.mailbox",
            "csv.source-mailbox",
            "csv.source-endpoint",
            "csv.target-mailbox",
            "csv.target-endpoint",
            "csv.state",
            "csv.result",
            "csv.listed",
            "*",
            "csv.left-count",
            "csv.bytes",
            "csv.needs",
            "csv.first",
            "csv.last",
            "csv.code",
            "csv.failure");

    private final Words words;
    private final List<CSVPrinter> open = new ArrayList<>();
    private final CSVPrinter items;
    private final CSVPrinter folders;
    private final CSVPrinter mailboxes;

    public CsvFiles(Words words, ReportFolder out) throws IOException {
        this.words = words;
        items = printer(out, "items.csv", ITEMS);
        folders = printer(out, "folders.csv", FOLDERS);
        mailboxes = printer(out, "mailboxes.csv", MAILBOXES);
    }

    /** @param columns keys of headings, {@code *} for the outcomes */
    private CSVPrinter printer(ReportFolder out, String name, List<String> columns) throws IOException {
        Writer writer = new OutputStreamWriter(out.file(name), StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(writer, FORMAT);
        open.add(printer);
        for (String column : columns) {
            if (column.equals("*")) {
                for (ItemOutcome outcome : ItemOutcome.values()) {
                    printer.print(words.name("outcome", outcome));
                }
            } else {
                printer.print(words.say(column));
            }
        }
        printer.println();
        return printer;
    }

    public void item(String mailbox, ReportedItem item, FailureTexts.Text reason) throws IOException {
        texts(items, mailbox, item.folder().toString(), item.target().toString(), item.id(), item.targetId());
        texts(items, words.name("outcome", item.outcome()), marks(item), yes(item.left()));
        texts(items, item.subject(), item.sender(), item.date());
        moment(items, item.received());
        items.print(item.size() < 0 ? "" : Long.toString(item.size()));
        texts(items, item.failure() == null ? "" : item.failure().code(), reason.sentence(), reason.advice());
        texts(items, yes(item.retryable()), item.messageId());
        texts(items, item.repair().orElse(""), item.original().orElse(""));
        items.println();
    }

    private String marks(ReportedItem item) {
        return words.join(item.marks().stream()
                .sorted()
                .map(mark -> words.name("mark", mark))
                .toArray(String[]::new));
    }

    private String yes(boolean value) {
        return words.say(value ? "csv.yes" : "csv.no");
    }

    public void mailbox(MailboxSheet sheet) throws IOException {
        for (FolderSheet folder : sheet.folders()) {
            folder(sheet.entry().label(), folder);
        }
        for (TargetSheet target : sheet.targets()) {
            target(sheet.entry().label(), target);
        }
        for (LeftOut folder : sheet.leftOut()) {
            leftOut(sheet.entry().label(), folder);
        }
        Figures figures = sheet.figures();
        texts(mailboxes, sheet.entry().label());
        texts(
                mailboxes,
                sheet.entry().key().sourceMailbox(),
                sheet.entry().key().sourceEndpoint());
        texts(
                mailboxes,
                sheet.entry().key().targetMailbox(),
                sheet.entry().key().targetEndpoint());
        texts(mailboxes, sheet.entry().state().label(), words.name("verdict", figures.verdict()));
        counts(mailboxes, figures.listed(), figures.counts());
        mailboxes.print(figures.needs());
        moment(mailboxes, figures.firstCopied());
        moment(mailboxes, figures.lastCopied());
        boolean failed = sheet.entry().failure() != null;
        texts(mailboxes, failed ? sheet.entry().failure().code() : "");
        texts(mailboxes, failed ? words.failure(sheet.entry().failure()).sentence() : "");
        mailboxes.println();
    }

    private void folder(String mailbox, FolderSheet folder) throws IOException {
        texts(
                folders,
                mailbox,
                words.say("csv.side.source"),
                folder.source().toString(),
                folder.target().toString());
        texts(folders, words.name("csv.balance", folder.balance()));
        counts(folders, folder.listed(), folder.counts());
        moment(folders, folder.firstCopied());
        moment(folders, folder.lastCopied());
        texts(folders, words.proofs(folder.proofs()));
        texts(folders, blanks(5));
        folders.println();
    }

    private void target(String mailbox, TargetSheet target) throws IOException {
        texts(
                folders,
                mailbox,
                words.say("csv.side.target"),
                "",
                target.folder().toString());
        texts(folders, words.name("csv.balance", target.balance()));
        texts(folders, blanks(ItemOutcome.values().length + 6));
        folders.print(target.counts().looked() ? target.counts().standing() : words.say("looked.not"));
        folders.print(target.counts().ours());
        folders.print(target.counts().alreadyThere());
        folders.print(target.counts().notOurs());
        texts(folders, "");
        folders.println();
    }

    private void leftOut(String mailbox, LeftOut folder) throws IOException {
        texts(folders, mailbox, words.say("csv.side.source"), folder.folder().toString(), "");
        texts(folders, words.say("csv.left-out"));
        folders.print(folder.items() < 0 ? words.say("listed.not") : folder.items());
        texts(folders, blanks(ItemOutcome.values().length + 9));
        texts(folders, words.failure(folder.reason()).sentence());
        folders.println();
    }

    private static String[] blanks(int count) {
        String[] blanks = new String[count];
        Arrays.fill(blanks, "");
        return blanks;
    }

    private void counts(CSVPrinter to, boolean listed, FolderCounts counts) throws IOException {
        to.print(listed ? counts.listed() : words.say("listed.not"));
        for (ItemOutcome outcome : ItemOutcome.values()) {
            to.print(listed || counts.of(outcome) > 0 ? counts.of(outcome) : "");
        }
        to.print(counts.left());
        to.print(counts.bytes());
    }

    private static void texts(CSVPrinter to, String... texts) throws IOException {
        for (String text : texts) {
            to.print(Safe.cell(text));
        }
    }

    private static void moment(CSVPrinter to, Instant moment) throws IOException {
        to.print(moment == null ? "" : moment.toString());
    }

    @Override
    public void close() throws IOException {
        for (CSVPrinter printer : open) {
            printer.close(true);
        }
    }
}
