package org.mailwain.report.internal.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mailwain.api.failure.Failure;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.failure.FailureTexts;
import org.mailwain.api.progress.Cancel;
import org.mailwain.ledger.BatchLedger.MailboxEntry;
import org.mailwain.ledger.FolderLedger;
import org.mailwain.ledger.FolderLedger.NotedItem;
import org.mailwain.ledger.FolderRecord;
import org.mailwain.ledger.ItemEntry;
import org.mailwain.ledger.ItemNote;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.LeftOut;
import org.mailwain.ledger.MailboxLedger;
import org.mailwain.ledger.TargetFolder;
import org.mailwain.report.FolderSheet;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.NoteKind;
import org.mailwain.report.ReportedItem;
import org.mailwain.report.TargetSheet;
import org.mailwain.report.TargetSheet.TargetCounts;
import org.mailwain.report.internal.csv.CsvFiles;
import org.mailwain.report.internal.file.Originals;
import org.mailwain.report.internal.html.MailboxPage;
import org.mailwain.report.internal.json.ItemsOut;
import org.mailwain.report.internal.text.Words;

/** Reads one mailbox from the ledger, item by item, into its files. */
final class MailboxScribe {
    private static final Comparator<FolderLedger> ORDER = Comparator.comparing(
                    (FolderLedger folder) -> !folder.source().isInbox())
            .thenComparing(FolderLedger::source)
            .thenComparing(FolderLedger::target);

    private final Words words;
    private final Cancel cancel;
    private final MailboxEntry entry;
    private final int number;
    private final MailboxPage page;
    private final ItemsOut items;
    private final CsvFiles csv;
    private final Originals originals;
    private final Tally tally = new Tally();
    private final Causes causes = new Causes();
    private final List<FolderSheet> folders = new ArrayList<>();
    private final List<TargetSheet> targets = new ArrayList<>();
    private List<LeftOut> leftOut = List.of();

    MailboxScribe(
            Words words,
            Cancel cancel,
            MailboxEntry entry,
            int number,
            MailboxPage page,
            ItemsOut items,
            CsvFiles csv,
            Originals originals) {
        this.originals = originals;
        this.words = words;
        this.cancel = cancel;
        this.entry = entry;
        this.number = number;
        this.page = page;
        this.items = items;
        this.csv = csv;
    }

    MailboxSheet write(Ledger ledger) throws FailureException, IOException {
        Failure failure = entry.failure();
        if (failure != null) {
            causes.mailbox(failure, words.failure(failure), number);
        }
        Optional<MailboxLedger> found = ledger.read(entry.key());
        if (found.isPresent()) {
            try (MailboxLedger mailbox = found.get()) {
                for (FolderLedger folder :
                        mailbox.folders().stream().sorted(ORDER).toList()) {
                    folder(folder);
                }
                for (TargetFolder target : mailbox.targets()) {
                    target(target);
                }
                leftOut = mailbox.leftOut().stream()
                        .sorted(Comparator.comparing(LeftOut::folder))
                        .toList();
            }
        }
        items.close();
        MailboxSheet sheet = new MailboxSheet(
                number,
                entry,
                tally.figures(Judge.verdict(entry.state(), tally.isListed(), tally.worst(), tally.needsPerson())),
                folders,
                targets,
                leftOut,
                causes.all(),
                items.file(),
                page.name());
        page.write(sheet);
        csv.mailbox(sheet);
        return sheet;
    }

    private void folder(FolderLedger folder) throws FailureException {
        cancel.check();
        FolderRecord record = folder.record();
        long first = items.count();
        Map<NoteKind, Long> noted = new EnumMap<>(NoteKind.class);
        FailureException[] cancelled = new FailureException[1];
        try {
            folder.notes(notes -> notes(folder, notes, noted, cancelled));
        } catch (Stopped e) {
            throw cancelled[0];
        }
        FolderSheet sheet = new FolderSheet(
                folder.source(),
                folder.target(),
                Judge.balance(record, entry.state()),
                record.counts(),
                record.firstCopied(),
                record.lastCopied(),
                record.proofs(),
                noted,
                first,
                items.count() - first);
        folders.add(sheet);
        tally.folder(sheet);
    }

    /** Ends the ledger's reading from within. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void notes(
            FolderLedger folder, List<NotedItem> notes, Map<NoteKind, Long> noted, FailureException[] cancelled) {
        try {
            for (NotedItem note : notes) {
                cancel.check();
                note(folder, note, noted);
            }
        } catch (FailureException e) {
            cancelled[0] = e;
            throw new Stopped();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(FolderLedger folder, NotedItem noted, Map<NoteKind, Long> counts)
            throws IOException, FailureException {
        ReportedItem item = item(folder, noted.entry(), noted.note());
        Set<NoteKind> kinds = item.kinds();
        NoteKind gravest = kinds.iterator().next();
        FailureTexts.Text reason = reason(gravest, item.failure());
        kinds.forEach(kind -> counts.merge(kind, 1L, Long::sum));
        tally.noted(kinds);
        causes.item(gravest, item.failure(), reason, number);
        page.item(folders.size(), item, kind -> reason(kind, item.failure()));
        csv.item(entry.label(), item, reason);
        items.item(item);
        if (item.original().isPresent()) {
            originals.add(item.original().get());
        }
    }

    private static ReportedItem item(FolderLedger folder, ItemEntry entry, ItemNote note) {
        return new ReportedItem(
                folder.source(),
                folder.target(),
                entry.id().toString(),
                entry.target() == null ? "" : entry.target().toString(),
                entry.outcome(),
                entry.marks(),
                entry.left(),
                entry.size(),
                entry.retryable(),
                entry.attempts(),
                text(note.subject()),
                text(note.sender()),
                text(note.date()),
                note.received(),
                text(note.messageId()),
                note.failure(),
                note.original(),
                note.repair());
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    /** What the failure does not say, the kind does. */
    private FailureTexts.Text reason(NoteKind kind, Failure failure) {
        if (failure == null) {
            return new FailureTexts.Text(words.name("reason", kind), words.name("todo", kind));
        }
        FailureTexts.Text text = words.failure(failure);
        return text.advice().isEmpty() ? new FailureTexts.Text(text.sentence(), words.name("todo", kind)) : text;
    }

    private void target(TargetFolder folder) {
        TargetCounts counts =
                new TargetCounts(folder.standing(), folder.ours(), folder.alreadyThere(), folder.notOurs());
        TargetSheet sheet = new TargetSheet(folder.path(), counts, Judge.balance(counts, entry.state()));
        targets.add(sheet);
        tally.target(sheet);
    }
}
