package org.mailwain.report.internal.sheet;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mailwain.api.batch.MailboxState;
import org.mailwain.api.failure.FailureException;
import org.mailwain.api.progress.Cancel;
import org.mailwain.ledger.BatchLedger;
import org.mailwain.ledger.BatchLedger.MailboxEntry;
import org.mailwain.ledger.Ledger;
import org.mailwain.ledger.MailboxKey;
import org.mailwain.report.BatchInfo;
import org.mailwain.report.MailboxSheet;
import org.mailwain.report.Report;
import org.mailwain.report.Verdict;
import org.mailwain.report.internal.csv.CsvFiles;
import org.mailwain.report.internal.file.Originals;
import org.mailwain.report.internal.file.ReportFolder;
import org.mailwain.report.internal.html.MailboxPage;
import org.mailwain.report.internal.html.Pages;
import org.mailwain.report.internal.json.ItemsOut;
import org.mailwain.report.internal.json.Json;
import org.mailwain.report.internal.json.ReportJson;
import org.mailwain.report.internal.pdf.OnePage;
import org.mailwain.report.internal.text.Safe;
import org.mailwain.report.internal.text.Words;

/** Reads a batch from the ledger, mailbox by mailbox, into a report's folder. */
public final class BatchScribe {
    private final Ledger ledger;
    private final Words words;
    private final Cancel cancel;
    private final ReportFolder out;
    private final Originals originals;
    private final Tally tally = new Tally();
    private final Causes causes = new Causes();
    private final Set<MailboxKey> targets = new HashSet<>();
    private final Map<MailboxState, Integer> states = new EnumMap<>(MailboxState.class);
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    private final List<MailboxSheet> briefs = new ArrayList<>();

    public BatchScribe(Ledger ledger, Words words, Cancel cancel, ReportFolder out, Originals originals) {
        this.originals = originals;
        this.ledger = ledger;
        this.words = words;
        this.cancel = cancel;
        this.out = out;
    }

    public void write(String name, BatchInfo info, Instant now) throws FailureException, IOException {
        BatchLedger batch = ledger.batch(name);
        List<MailboxEntry> entries = batch.mailboxes();
        Pages pages = new Pages(words, info, name, now, out);
        Path part = out.part("mailboxes");
        int digits = Math.max(3, Integer.toString(entries.size()).length());
        try (JsonGenerator json = Json.generator(out.writePart(part));
                CsvFiles csv = new CsvFiles(words, out)) {
            for (MailboxEntry entry : entries) {
                cancel.check();
                MailboxSheet sheet = mailbox(pages, csv, entry, digits);
                json.writeRaw(briefs.isEmpty() ? "\n" : ",\n");
                ReportJson.mailbox(json, sheet);
                add(sheet);
            }
        }
        Report report = new Report(
                name,
                batch.state(),
                info,
                now,
                words.locale().toLanguageTag(),
                entries.size(),
                states,
                verdicts,
                tally.figures(verdict(entries.size())),
                causes.all());
        json(report, part);
        pages.index().write(report, briefs);
        try (OutputStream pdf = out.file("summary.pdf")) {
            new OnePage(words, report, briefs).write(pdf);
        }
    }

    private MailboxSheet mailbox(Pages pages, CsvFiles csv, MailboxEntry entry, int digits)
            throws FailureException, IOException {
        int number = briefs.size() + 1;
        String base = String.format(Locale.ROOT, "%0" + digits + "d-%s", number, Safe.fileName(entry.label()));
        try (MailboxPage page = pages.mailbox(base);
                ItemsOut items = new ItemsOut(out, base)) {
            return new MailboxScribe(words, cancel, entry, number, page, items, csv, originals).write(ledger);
        }
    }

    private void add(MailboxSheet sheet) {
        briefs.add(sheet.brief());
        states.merge(sheet.entry().state(), 1, Integer::sum);
        verdicts.merge(sheet.figures().verdict(), 1, Integer::sum);
        MailboxKey key = sheet.entry().key();
        tally.mailbox(sheet.figures(), targets.add(new MailboxKey("", "", key.targetEndpoint(), key.targetMailbox())));
        sheet.causes().forEach(causes::add);
    }

    private Verdict verdict(int mailboxes) {
        Verdict worst = verdicts.keySet().stream().reduce(Verdict.COMPLETE, Verdict::worse);
        if (mailboxes == 0) {
            return Verdict.NOT_LISTED;
        }
        boolean alike = verdicts.size() == 1;
        return worst.isComplete() || worst == Verdict.NOT_BALANCED || alike ? worst : Verdict.UNFINISHED;
    }

    /** The head is known at the end and stands first: the mailboxes wait in a part. */
    private void json(Report report, Path part) throws IOException {
        try (OutputStream stream = out.file("report.json");
                JsonGenerator json = Json.generator(stream)) {
            json.writeStartObject();
            ReportJson.head(json, report);
            json.writeArrayFieldStart("mailboxes");
            json.flush();
            Files.copy(part, stream);
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }
}
